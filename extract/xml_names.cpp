#include "extract/xml_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nianbao {
namespace {

using Name = std::pair<std::string_view, XmlLocal>;

constexpr std::array<Name, 80> kNames = {{
    {"AlternateContent", XmlLocal::kAlternateContent},
    {"Choice", XmlLocal::kChoice},
    {"Fallback", XmlLocal::kFallback},
    {"OLEObject", XmlLocal::kOLEObject},
    {"altChunk", XmlLocal::kAltChunk},
    {"annotation", XmlLocal::kAnnotation},
    {"bdo", XmlLocal::kBdo},
    {"blip", XmlLocal::kBlip},
    {"br", XmlLocal::kBr},
    {"cellDel", XmlLocal::kCellDel},
    {"chart", XmlLocal::kChart},
    {"color", XmlLocal::kColor},
    {"contentPart", XmlLocal::kContentPart},
    {"control", XmlLocal::kControl},
    {"cr", XmlLocal::kCr},
    {"ctrlPr", XmlLocal::kCtrlPr},
    {"del", XmlLocal::kDel},
    {"dir", XmlLocal::kDir},
    {"dstrike", XmlLocal::kDstrike},
    {"endnote", XmlLocal::kEndnote},
    {"fldChar", XmlLocal::kFldChar},
    {"fonts", XmlLocal::kFonts},
    {"footnote", XmlLocal::kFootnote},
    {"ftr", XmlLocal::kFtr},
    {"gridAfter", XmlLocal::kGridAfter},
    {"gridBefore", XmlLocal::kGridBefore},
    {"gridSpan", XmlLocal::kGridSpan},
    {"hMerge", XmlLocal::kHMerge},
    {"hdr", XmlLocal::kHdr},
    {"hidden", XmlLocal::kHidden},
    {"hmerge", XmlLocal::kHMerge},
    {"ilvl", XmlLocal::kIlvl},
    {"imagedata", XmlLocal::kImagedata},
    {"inline", XmlLocal::kInline},
    {"instrText", XmlLocal::kInstrText},
    {"lists", XmlLocal::kLists},
    {"moveFrom", XmlLocal::kMoveFrom},
    {"noBreakHyphen", XmlLocal::kNoBreakHyphen},
    {"numId", XmlLocal::kNumId},
    {"oMath", XmlLocal::kOMath},
    {"oMathPara", XmlLocal::kOMathPara},
    {"p", XmlLocal::kP},
    {"pPr", XmlLocal::kPPr},
    {"pPrChange", XmlLocal::kPPrChange},
    {"pStyle", XmlLocal::kPStyle},
    {"position", XmlLocal::kPosition},
    {"ptab", XmlLocal::kPtab},
    {"r", XmlLocal::kR},
    {"rFonts", XmlLocal::kRFonts},
    {"rPr", XmlLocal::kRPr},
    {"rPrChange", XmlLocal::kRPrChange},
    {"rStyle", XmlLocal::kRStyle},
    {"relIds", XmlLocal::kRelIds},
    {"rt", XmlLocal::kRt},
    {"sdtEndPr", XmlLocal::kSdtEndPr},
    {"sdtPr", XmlLocal::kSdtPr},
    {"sectPr", XmlLocal::kSectPr},
    {"sectPrChange", XmlLocal::kSectPrChange},
    {"strike", XmlLocal::kStrike},
    {"styles", XmlLocal::kStyles},
    {"subDoc", XmlLocal::kSubDoc},
    {"sym", XmlLocal::kSym},
    {"t", XmlLocal::kT},
    {"tab", XmlLocal::kTab},
    {"tbl", XmlLocal::kTbl},
    {"tblGrid", XmlLocal::kTblGrid},
    {"tblPr", XmlLocal::kTblPr},
    {"tblPrChange", XmlLocal::kTblPrChange},
    {"tblPrEx", XmlLocal::kTblPrEx},
    {"tc", XmlLocal::kTc},
    {"tcPrChange", XmlLocal::kTcPrChange},
    {"textpath", XmlLocal::kTextpath},
    {"tr", XmlLocal::kTr},
    {"trPr", XmlLocal::kTrPr},
    {"trPrChange", XmlLocal::kTrPrChange},
    {"txbxContent", XmlLocal::kTxbxContent},
    {"vMerge", XmlLocal::kVMerge},
    {"vanish", XmlLocal::kVanish},
    {"vertAlign", XmlLocal::kVertAlign},
    {"vmerge", XmlLocal::kVMerge},
}};

static_assert(std::is_sorted(kNames.begin(), kNames.end(),
                             [](const Name& a, const Name& b) { return a.first < b.first; }));

}  // namespace

XmlLocal local_of(std::string_view local) {
  const auto* const found =
      std::lower_bound(kNames.begin(), kNames.end(), local,
                       [](const Name& name, std::string_view wanted) { return name.first < wanted; });
  return found != kNames.end() && found->first == local ? found->second : XmlLocal::kOther;
}

}  // namespace nianbao
