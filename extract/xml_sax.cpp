#include "extract/xml_sax.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "extract/xml_guard.h"
#include "schema/text.h"

namespace nianbao {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

struct Parse {
  XmlHandler& handler;
  const Limits& limits;
  xmlParserCtxtPtr context = nullptr;
  const char* stopped_by = nullptr;
  // libxml2 interns URIs, so the last pointer seen answers nearly every question.
  const xmlChar* last_uri = nullptr;
  XmlSpace last_space = XmlSpace::kNone;
  // libxml2 looks a prefix up among all declarations in force, one by one; so there must not be many.
  std::vector<int> declared;
  std::size_t in_force = 0;
  XmlAttributeList attributes;
  std::string text;  // behind the last tag; libxml2 gives it in pieces

  bool declare(int count) {
    declared.push_back(count);
    in_force += static_cast<std::size_t>(count);
    return in_force <= limits.attributes;
  }

  void undeclare() {
    if (declared.empty()) return;
    in_force -= static_cast<std::size_t>(declared.back());
    declared.pop_back();
  }

  XmlSpace space_of(const xmlChar* uri) {
    if (uri == last_uri) return last_space;
    last_uri = uri;
    return last_space = space_of_uri(view(uri));
  }

  // Five pointers each: local name, prefix, URI, begin and end of the value (libxml2 parser.h, startElementNsSAX2Func).
  void take_attributes(const xmlChar** raw, int count) {
    attributes.clear();
    for (int i = 0; i < count; ++i, raw += 5) {
      const std::string_view value(reinterpret_cast<const char*>(raw[3]), static_cast<std::size_t>(raw[4] - raw[3]));
      attributes.add({view(raw[1]), view(raw[0]), substituted(value)});
    }
  }

  // Without entity substitution libxml2 leaves &amp;, and only that, as a character reference.
  std::string_view substituted(std::string_view value) {
    constexpr std::string_view kAmpersand = "&#38;";
    if (value.find(kAmpersand) == std::string_view::npos) return value;
    return attributes.keep(replace_all(value, kAmpersand, "&"));
  }

  void give_text() {
    if (!text.empty()) handler.text(text);
    text.clear();
  }

  void stop(const char* code) {
    if (stopped_by == nullptr) stopped_by = code;
    xmlStopParser(context);
  }
};

Parse& parse_of(void* context) { return *static_cast<Parse*>(static_cast<xmlParserCtxtPtr>(context)->_private); }

void on_start(void* context, const xmlChar* local, const xmlChar* /*prefix*/, const xmlChar* uri, int namespaces,
              const xmlChar** /*declared*/, int attribute_count, int /*defaulted*/, const xmlChar** attributes) {
  Parse& parse = parse_of(context);
  if (parse.stopped_by != nullptr) return;
  if (!parse.declare(namespaces)) return parse.stop("limit_attributes");
  parse.give_text();
  parse.take_attributes(attributes, attribute_count);
  const XmlAttributes given(parse.attributes.all());
  if (const char* code = parse.handler.start({parse.space_of(uri), view(local)}, given)) parse.stop(code);
}

void on_end(void* context, const xmlChar* local, const xmlChar* /*prefix*/, const xmlChar* uri) {
  Parse& parse = parse_of(context);
  parse.undeclare();
  if (parse.stopped_by != nullptr) return;
  parse.give_text();
  parse.handler.end({parse.space_of(uri), view(local)});
}

void on_text(void* context, const xmlChar* text, int length) {
  Parse& parse = parse_of(context);
  if (parse.stopped_by == nullptr)
    parse.text.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
}

void on_doctype(void* context, const xmlChar* /*name*/, const xmlChar* /*external*/, const xmlChar* /*system*/) {
  parse_of(context).stop("xml_doctype");
}

xmlSAXHandler callbacks() {
  xmlSAXHandler sax;
  std::memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.internalSubset = on_doctype;
  return sax;
}

struct ContextFree {
  void operator()(xmlParserCtxtPtr context) const {
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
  }
};

struct Library {
  Library() { xmlInitParser(); }
};

// Problems are returned; libxml2 would also print some, whatever its options. The setting is the thread's own.
void keep_quiet() {
  xmlSetStructuredErrorFunc(nullptr, [](void* /*context*/, xmlErrorPtr /*error*/) {});
}

}  // namespace

std::optional<Problem> sax_xml(std::string_view xml, XmlHandler& handler, const Limits& limits) {
  static const Library library;
  keep_quiet();
  const Result<GuardedXml> guarded = GuardedXml::guard(xml, limits);
  if (!guarded) return guarded.problem();
  const std::string_view bytes = guarded->bytes();
  xmlSAXHandler sax = callbacks();
  const std::unique_ptr<xmlParserCtxt, ContextFree> context(
      xmlCreateMemoryParserCtxt(bytes.data(), static_cast<int>(bytes.size())));
  if (!context) return Problem{"xml_damaged", "empty"};
  std::swap(*context->sax, sax);
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
  context->sax2 = 1;
  Parse parse{.handler = handler, .limits = limits, .context = context.get()};
  context->_private = &parse;
  xmlParseDocument(context.get());
  if (parse.stopped_by != nullptr) return Problem{parse.stopped_by, ""};
  if (context->wellFormed != 0 && context->errNo == XML_ERR_OK) return std::nullopt;
  const int line = context->lastError.line;
  return Problem{"xml_damaged", "line " + std::to_string(line) + ", error " + std::to_string(context->errNo)};
}

}  // namespace nianbao
