#include "extract/problem.h"

#include <stdexcept>

namespace nianbao {

const std::vector<ProblemKind>& problem_kinds() {
  static const std::vector<ProblemKind> kinds = {
      {"empty_file", "unreadable", "文件为空。请重新获取原文件。", "The file is empty. Get it again from its source."},
      {"cannot_open", "unreadable", "文件打不开。请检查路径和权限。",
       "The file cannot be opened. Check its path and permissions."},
      {"lock_file", "not_a_report", "这是 Word 打开文档时留下的锁文件。可以删除。",
       "A lock file that Word leaves while a document is open. It can be deleted."},
      {"format_doc", "unreadable", "这是旧版 Word 文档（.doc）。请另存为 .docx。",
       "An old Word document (.doc). Save it as .docx."},
      {"format_pdf", "unreadable", "这是 PDF。请提供 .docx 或文本。", "A PDF. Provide the .docx or text."},
      {"format_rtf", "unreadable", "这是 RTF。请另存为 .docx。", "An RTF file. Save it as .docx."},
      {"format_xml", "unreadable", "这是单个 XML 文件。请用 Word 另存为 .docx。",
       "A single XML file. Save it as .docx in Word."},
      {"format_image", "unreadable", "这是图片，没有可读的文字。请提供原文档。",
       "A picture without text. Provide the original document."},
      {"format_wps", "unreadable", "这是金山 WPS 文字文件（.wps）。请用 WPS 另存为 .docx。",
       "A Kingsoft WPS document (.wps). Save it as .docx in WPS."},
      {"format_sheet", "unreadable", "这是电子表格（Excel）。请提供报告的 .docx 或文本。",
       "A spreadsheet (Excel). Provide the report as .docx or text."},
      {"format_slides", "unreadable", "这是演示文稿（PowerPoint）。请提供报告的 .docx 或文本。",
       "A presentation (PowerPoint). Provide the report as .docx or text."},
      {"format_odf", "unreadable", "这是 OpenDocument 文件。请另存为 .docx。",
       "An OpenDocument file. Save it as .docx."},
      {"format_ofd", "unreadable", "这是 OFD 版式文件。请提供 .docx 或文本。",
       "An OFD file. Provide the .docx or text."},
      {"format_ole", "unreadable", "这是 OLE 复合文件，但不是 Word 文档。请提供 .docx 或文本。",
       "An OLE compound file that is no Word document. Provide the .docx or text."},
      {"format_mhtml", "unreadable", "这是网页归档（MHTML）。请用 Word 打开并另存为 .docx。",
       "A web archive (MHTML). Open it in Word and save it as .docx."},
      {"format_packed", "unreadable", "这是 RAR、7z 或其他压缩文件。请解压后提供其中的文件。",
       "A RAR, 7z or other packed file. Unpack it and provide the files in it."},
      {"archive", "ok", "这是压缩包，其中每个文件各有一行。", "An archive; every file in it has a row of its own."},
      {"format_archive", "unreadable", "这是压缩包，其中的文件没有展开。请单独提取它。",
       "An archive whose files were not looked into. Extract it on its own."},
      {"format_unknown", "unreadable", "不认识的二进制格式。请另存为 .docx 或文本。",
       "An unknown binary format. Save it as .docx or text."},
      {"encrypted", "unreadable", "文件有密码保护。请去掉密码后另存。",
       "The file is protected by a password. Save it without one."},
      {"zip_damaged", "unreadable", "压缩容器已损坏。请用 Word 打开并另存，或重新获取。",
       "The zip container is damaged. Open and save it in Word, or get it again."},
      {"zip_empty", "not_a_report", "压缩包里没有文件。", "The archive holds no files."},
      {"zip_method", "unreadable", "容器用了不支持的压缩方法。请用 Word 打开并另存。",
       "The container uses an unsupported compression method. Open and save it in Word."},
      {"part_missing", "unreadable", "文档缺少必要的部件。请用 Word 打开并另存。",
       "The document lacks a part it needs. Open and save it in Word."},
      {"part_repeated", "unreadable", "容器中有同名而内容不同的部件，各程序显示的不一样。请用 Word 打开并另存。",
       "The container has two parts of one name with different content; programs differ in which they show. Open and "
       "save "
       "it in Word."},
      {"xml_damaged", "unreadable", "文档的 XML 已损坏。请用 Word 打开并另存。",
       "The document's XML is damaged. Open and save it in Word."},
      {"xml_doctype", "unreadable", "文档含有 DOCTYPE 声明，出于安全不读取。请用 Word 打开并另存。",
       "The document has a DOCTYPE, which is not read for safety. Open and save it in Word."},
      {"nul_characters", "ok", "文本中有空字符（NUL），其旁的数字不作数字读取。请重新获取原文件，核对该文件。",
       "NUL characters stand in the text; figures beside them are not read as numbers. Get the file again and check "
       "it."},
      {"encoding", "unreadable", "看不出文本的编码。请用 --encoding 指定。",
       "The text's encoding cannot be told. Name it with --encoding."},
      {"encoding_unknown", "unreadable", "不认识 --encoding 给出的编码名。请换一个，如 GB18030。",
       "The name given to --encoding is not known. Use another, such as GB18030."},
      {"limit_size", "limit", "展开后超过大小上限。请检查该文件是否异常。",
       "Larger than the limit once unpacked. Check whether the file is sound."},
      {"limit_ratio", "limit", "压缩比异常，可能是压缩炸弹。请检查该文件是否异常。",
       "Compressed beyond measure, perhaps to do harm. Check whether the file is sound."},
      {"limit_entries", "limit", "容器的成员数超过上限。请分成几个压缩包。",
       "More members in the container than the limit. Divide it into several archives."},
      {"limit_depth", "limit", "嵌套层数超过上限。请检查该文件是否异常。",
       "Nested deeper than the limit. Check whether the file is sound."},
      {"limit_attributes", "limit", "一个标签的属性数超过上限。请检查该文件是否异常。",
       "More attributes in one tag than the limit. Check whether the file is sound."},
      {"limit_tag", "limit", "一个标签的长度超过上限。请检查该文件是否异常。",
       "A longer tag than the limit. Check whether the file is sound."},
      {"limit_tables", "limit", "表格数超过上限。请检查该文件是否异常。",
       "More tables than the limit. Check whether the file is sound."},
      {"limit_cells", "limit", "表格单元格数超过上限。请检查该文件是否异常。",
       "More table cells than the limit. Check whether the file is sound."},
      {"limit_paragraphs", "limit", "段落数超过上限。请检查该文件是否异常。",
       "More paragraphs than the limit. Check whether the file is sound."},
      {"limit_layout", "limit",
       "以位置分列的文本行数超过上限。请把文件按报告拆开，或用 --limit layout-lines=N 提高上限。",
       "More lines of a text whose columns are told by place than the limit. Divide the file, or raise the limit with "
       "--limit layout-lines=N."},
      {"limit_memory", "limit", "读取此文件所需内存超过上限，单独再试一次仍然如此。请检查该文件是否异常。",
       "Reading it takes more memory than the limit, also when tried again alone. Check whether the file is sound."},
      {"timeout", "timeout", "读取此文件所需时间超过上限，单独再试一次仍然如此。请检查该文件是否异常。",
       "Reading it takes more time than the limit, also when tried again alone. Check whether the file is sound."},
      {"timeout_idle", "timeout", "读取此文件时长时间没有进展，单独再试一次仍然如此。请检查存储是否正常。",
       "Reading it made no progress for long, also when tried again alone. Check the storage it is on."},
      {"crash", "crash", "读取此文件的进程崩溃，单独再试一次仍然如此。请把此文件报告给开发者。",
       "The process that read it crashed, also when it was tried again alone. Report this file to the developers."},
      {"cell_refused", "ok", "有单元格的文字超过上限，未保留，其栏目为 unreadable。请查看该单元格。",
       "A cell has more text than the limit; it is not kept, its field is unreadable. Look at the cell."},
      {"merge_orphan", "ok", "有纵向合并缺少起点，其中有文字的单元格各自读取。请核对该表。",
       "A vertical merge has no beginning; its cells that show text are read one by one. Check the table."},
      {"merge_hides_text", "ok", "合并单元格遮盖了文字，Word 不显示，未读取。请核对该表。",
       "A merged cell covers text that Word does not show and that is not read. Check the table."},
      {"chunk_unread", "ok", "文档嵌入的另一文件（altChunk）未能读取，其中的内容缺失。请用 Word 打开并另存。",
       "A file that the document shows in a place (altChunk) could not be read; what it holds is missing. Open and "
       "save it "
       "in Word."},
      {"numbering_damaged", "ok", "自动编号或样式部件已损坏，由 Word 编号的标题可能未被识别。请核对各部分标题。",
       "The numbering or style part is damaged; headings numbered by Word may be missed. Check the section headings."},
      {"mojibake", "unreadable", "文字是乱码：原文曾按错误的编码打开后保存。请重新获取原文件，或用正确的编码重新保存。",
       "The text was once read in a wrong encoding and saved so. Get the original again, or save it again in the right "
       "encoding."},
      {"mojibake_part", "ok", "部分文字是乱码（曾按错误的编码打开后保存），未作修复。请重新获取原文件，核对这些行。",
       "Part of the text was once read in a wrong encoding and saved so; it is not repaired. Get the original again "
       "and "
       "check these lines."},
      {"text_lost", "unreadable", "文字已丢失，变成了问号或替换符（U+FFFD）。请重新获取原文件。",
       "The text is lost, replaced by question marks or U+FFFD. Get the original again."},
      {"text_lost_part", "ok", "部分文字已丢失，变成了问号或替换符（U+FFFD）。请重新获取原文件，核对这些行。",
       "Part of the text is lost, replaced by question marks or U+FFFD. Get the original again and check these lines."},
      {"reports_mixed", "ok",
       "文件中可能有几份报告，但看不出下一份从哪里开始；只在一份中出现或各份不同的数字不作数字读取。请把文件拆开。",
       "The file may hold several reports, but not where the next one begins; numbers that only one has, or that "
       "differ, "
       "are not read. Divide the file."},
      {"title_differs", "ok",
       "报告中间有标题写着另一机关或另一年度，但各部分没有重新开始，仍作一份报告读取；标题在表格之间的，其后表格中的数"
       "字不作"
       "数字读取。请核对。",
       "A title in the middle names another body or year, but the sections do not begin again; read as one report. "
       "Where it stands between tables, the numbers behind it are not read. Check it."},
      {"report_without_table", "ok", "文件中另有一份报告没有读出任何表格，没有提取。请人工查看。",
       "Another report in the file, without any table that could be read, is not extracted. Look at it."},
      {"no_table", "not_a_report", "没有找到年度报告的表格。如确为报告，请人工查看其表格的样式。",
       "No table of an annual report was found. If it is a report, look at how its tables are laid out."},
      {"text_layout", "not_a_report",
       "有年度报告的标题，但没有读出任何表格；只支持每格一行（以 TAB 开头）的文本。请提供 .docx。",
       "Headings of an annual report, but no table could be read; only text with one cell a line (starting with TAB) "
       "is supported. Provide the .docx."},
      {"duplicate", "duplicate", "内容与已读的另一文件完全相同，未重复提取。",
       "The same bytes as another input, which was extracted once."},
      {"internal", "crash", "程序内部错误。请把此文件报告给开发者。",
       "An internal error. Report this file to the developers."},
  };
  return kinds;
}

const ProblemKind& problem_kind(std::string_view code) {
  for (const ProblemKind& kind : problem_kinds())
    if (kind.code == code) return kind;
  throw std::logic_error("unknown problem code " + std::string(code));
}

}  // namespace nianbao
