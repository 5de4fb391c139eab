// A package of parts (ISO/IEC 29500-2), wherever they are kept: in a zip container or, flat, in one XML file.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "extract/limits.h"
#include "extract/problem.h"
#include "extract/xml_part.h"
#include "extract/zip_archive.h"

namespace nianbao {

class Package {
 public:
  Package() = default;
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;
  virtual ~Package() = default;

  virtual bool has(const std::string& part) const = 0;

  // The part as XML; reading it gives part_missing where it is not there. This package must outlive it.
  virtual XmlPart xml(const std::string& part) const = 0;

  // The bytes of the part. Problems: part_missing, those of the container.
  virtual Result<std::string> bytes(const std::string& part) const = 0;

  // The part as a zip container keeps it. Problems: part_missing, also where the container is no zip; those of
  // ZipArchive::packed().
  virtual Result<PackedMember> packed(const std::string& part) const = 0;
};

class ZipPackage : public Package {
 public:
  // `archive` must outlive this.
  ZipPackage(const ZipArchive& archive, const Limits& limits) : archive_(archive), limits_(limits) {}

  bool has(const std::string& part) const override;
  XmlPart xml(const std::string& part) const override;
  Result<std::string> bytes(const std::string& part) const override;
  Result<PackedMember> packed(const std::string& part) const override;

 private:
  const ZipArchive& archive_;
  Limits limits_;
};

// Flat OPC: pkg:package with one pkg:part a part, as Word saves "Word XML document". Only its XML parts can be read.
class FlatPackage : public Package {
 public:
  // `xml` must outlive this. Problems: those of parse_xml().
  static Result<FlatPackage> open(std::string_view xml, const Limits& limits);
  FlatPackage(FlatPackage&& other) noexcept
      : xml_(other.xml_), limits_(other.limits_), names_(std::move(other.names_)) {}

  bool has(const std::string& part) const override;
  XmlPart xml(const std::string& part) const override;
  Result<std::string> bytes(const std::string& part) const override;
  Result<PackedMember> packed(const std::string& part) const override;

 private:
  FlatPackage(std::string_view xml, const Limits& limits) : xml_(xml), limits_(limits) {}

  std::string_view xml_;
  Limits limits_;
  std::set<std::string> names_;  // keys of the parts
};

}  // namespace nianbao
