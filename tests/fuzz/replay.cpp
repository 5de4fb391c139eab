// In place of libFuzzer, for the normal tests: every seed once, then a fixed number of mutations of them.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tests/fuzz/dictionary.h"
#include "tests/fuzz/mutator.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace nianbao::fuzz {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<fs::path> seeds;
  fs::path regressions;
  fs::path dictionary;
  fs::path running;
  std::size_t mutations = 0;
  std::uint64_t seed = 1;
};

Bytes content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// A file, or the files of a folder by name.
std::vector<fs::path> files_in(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(path))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Bytes> read_seeds(const std::vector<fs::path>& paths) {
  std::vector<Bytes> seeds;
  for (const fs::path& path : paths) {
    const std::vector<fs::path> files = files_in(path);
    if (files.empty()) throw std::runtime_error("no seed in " + path.string());
    for (const fs::path& file : files) seeds.push_back(content(file));
  }
  return seeds;
}

// Inputs that once found something; a target that never did has no such folder.
std::vector<Bytes> read_regressions(const fs::path& folder) {
  std::vector<Bytes> inputs;
  if (!fs::is_directory(folder)) return inputs;
  for (const fs::path& file : files_in(folder)) inputs.push_back(content(file));
  return inputs;
}

std::vector<Bytes> read_words(const fs::path& dictionary) {
  if (dictionary.empty()) return {};
  const Bytes text = content(dictionary);
  std::vector<Bytes> words = dictionary_words({text.begin(), text.end()});
  if (words.empty()) throw std::runtime_error("no word in " + dictionary.string());
  return words;
}

// Keeps the input in a file while it runs: nothing can be written once it has ended the program. The file stays open,
// since closing it each time makes the disk wait.
class RunningInput {
 public:
  explicit RunningInput(fs::path path) : path_(std::move(path)) {
    if (!path_.empty()) file_ = std::fopen(path_.c_str(), "wb");
    if (!path_.empty() && file_ == nullptr) throw std::runtime_error("cannot write " + path_.string());
  }
  RunningInput(const RunningInput&) = delete;
  RunningInput& operator=(const RunningInput&) = delete;
  ~RunningInput() {
    if (file_ == nullptr) return;
    std::fclose(file_);
    fs::remove(path_);
  }

  void keep(const Bytes& input) {
    if (file_ == nullptr) return;
    std::rewind(file_);
    if (!input.empty()) std::fwrite(input.data(), 1, input.size(), file_);
    std::fflush(file_);
    fs::resize_file(path_, input.size());
  }

 private:
  fs::path path_;
  std::FILE* file_ = nullptr;
};

void run(const Bytes& input, RunningInput& running) {
  running.keep(input);
  // A copy without room behind its last byte.
  const auto exact = std::make_unique<std::uint8_t[]>(input.size());
  std::copy(input.begin(), input.end(), exact.get());
  LLVMFuzzerTestOneInput(exact.get(), input.size());
}

struct Inputs {
  std::vector<Bytes> regressions;
  std::vector<Bytes> seeds;
  std::vector<Bytes> words;
};

Inputs read_inputs(const Options& options) {
  return {read_regressions(options.regressions), read_seeds(options.seeds), read_words(options.dictionary)};
}

void replay(const Inputs& inputs, const Options& options) {
  RunningInput running(options.running);
  for (const Bytes& input : inputs.regressions) run(input, running);
  for (const Bytes& input : inputs.seeds) run(input, running);
  Mutator mutator(inputs.seeds, inputs.words, options.seed);
  for (std::size_t i = 0; i < options.mutations; ++i) run(mutator.next(), running);
  std::cout << inputs.regressions.size() << " regressions, " << inputs.seeds.size() << " seeds, " << options.mutations
            << " mutations\n";
}

}  // namespace
}  // namespace nianbao::fuzz

int main(int argc, char** argv) {
  nianbao::fuzz::Options options;
  CLI::App app("Runs a fuzz target without libFuzzer");
  app.add_option("SEED", options.seeds, "file, or folder of files")->required()->check(CLI::ExistingPath);
  app.add_option("--regressions", options.regressions, "folder of inputs that found something; may be missing");
  app.add_option("--dictionary", options.dictionary, "words for the mutations")->check(CLI::ExistingFile);
  app.add_option("--running", options.running, "where the input is kept while it runs; stays where it ends the run");
  app.add_option("--mutations", options.mutations, "mutated inputs to run after the seeds");
  app.add_option("--seed", options.seed, "of the random numbers");
  CLI11_PARSE(app, argc, argv);
  nianbao::fuzz::Inputs inputs;
  try {
    inputs = nianbao::fuzz::read_inputs(options);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  nianbao::fuzz::replay(inputs, options);  // what a target throws ends the program, with the stack
  return 0;
}
