#include "tests/fuzz/budget.h"

#include <sanitizer/common_interface_defs.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>

// Of sanitizer/allocator_interface.h, which g++ does not install; its runtime has them as clang's has.
extern "C" {
int __sanitizer_install_malloc_and_free_hooks(void (*on_malloc)(const volatile void*, std::size_t),
                                              void (*on_free)(const volatile void*));
std::size_t __sanitizer_get_allocated_size(const volatile void* block);
}

namespace nianbao::fuzz {
namespace {

std::atomic<bool> counting{false};
std::atomic<std::ptrdiff_t> held{0};
std::atomic<std::ptrdiff_t> allowed{0};

[[noreturn]] void refuse(std::size_t last) {
  counting = false;  // what follows allocates too
  std::fprintf(stderr, "over budget: %td bytes held, %td allowed, the last block has %zu\n", held.load(),
               allowed.load(), last);
  __sanitizer_print_stack_trace();
  std::abort();
}

void on_malloc(const volatile void* /*block*/, std::size_t size) {
  if (!counting) return;
  const auto bytes = static_cast<std::ptrdiff_t>(size);
  if (held.fetch_add(bytes) + bytes > allowed) refuse(size);
}

void on_free(const volatile void* block) {
  if (counting && block != nullptr) held -= static_cast<std::ptrdiff_t>(__sanitizer_get_allocated_size(block));
}

bool install() { return __sanitizer_install_malloc_and_free_hooks(on_malloc, on_free) > 0; }

}  // namespace

Budget::Budget(std::size_t size, std::size_t base) {
  static const bool installed = install();
  if (!installed) std::abort();
  held = 0;
  allowed = static_cast<std::ptrdiff_t>(base + size * kBytesPerByte);
  counting = true;
}

Budget::~Budget() { counting = false; }

}  // namespace nianbao::fuzz
