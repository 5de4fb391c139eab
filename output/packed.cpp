#include "output/packed.h"

#include <zstd.h>

#include <algorithm>
#include <memory>

namespace nianbao {
namespace {

constexpr int kFast = 1;
constexpr unsigned long long kMostAtOnce = 1U << 20U;

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
  if (!context) throw std::bad_alloc();
  checked(ZSTD_DCtx_reset(context.get(), ZSTD_reset_session_only));
  // Damaged bytes may claim any size, even none, so room is made step by step.
  const std::size_t room = std::min(ZSTD_getFrameContentSize(packed.data(), packed.size()), kMostAtOnce) + 1;
  std::string bytes;
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  for (std::size_t left = 1; left != 0;) {
    const std::size_t done = bytes.size();
    bytes.resize(done + room);
    ZSTD_outBuffer out{bytes.data() + done, room, 0};
    left = checked(ZSTD_decompressStream(context.get(), &out, &in));
    if (left != 0 && out.pos < room) throw PackedError("kept results are damaged: they end too early");
    bytes.resize(done + out.pos);
  }
  if (in.pos != packed.size()) throw PackedError("kept results are damaged: there is more behind them");
  return bytes;
}

}  // namespace nianbao
