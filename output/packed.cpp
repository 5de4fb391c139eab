#include "output/packed.h"

#include <zstd.h>

#include <memory>

namespace nianbao {
namespace {

constexpr int kFast = 1;

struct Free {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

std::size_t checked(std::size_t result) {
  if (ZSTD_isError(result) != 0)
    throw PackedError(std::string("kept results are damaged: ") + ZSTD_getErrorName(result));
  return result;
}

std::unique_ptr<ZSTD_CCtx, Free> make_packer() {
  std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
  if (!context) throw std::bad_alloc();
  checked(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kFast));
  checked(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1));
  return context;
}

}  // namespace

std::string pack(std::string_view bytes) {
  thread_local const std::unique_ptr<ZSTD_CCtx, Free> context = make_packer();
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(checked(ZSTD_compress2(context.get(), packed.data(), packed.size(), bytes.data(), bytes.size())));
  return packed;
}

std::string unpack(std::string_view packed) {
  thread_local const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) throw PackedError("kept results are damaged");
  std::string bytes(size, '\0');
  const std::size_t got =
      checked(ZSTD_decompressDCtx(context.get(), bytes.data(), bytes.size(), packed.data(), packed.size()));
  if (got != size) throw PackedError("kept results are damaged");
  return bytes;
}

}  // namespace nianbao
