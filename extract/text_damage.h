// Text that is not what its author wrote: read in a wrong encoding and saved so, or characters replaced by `?`, U+FFFD.
#pragma once

#include "extract/document.h"

namespace nianbao {

// Names such text in Document::damage (mojibake_part, text_lost_part, each once, from the place of the first of it to
// that of the last), and in Document::lost_text where most of the text is such (mojibake, text_lost). Nothing is
// repaired: characters get lost on the way, and what is left may read as another text. Recognised, by line: Chinese in
// UTF-8 read as GB18030, Windows-1252 or ISO-8859-1, Chinese in GB18030 read as these two, runs of three `?`, any
// U+FFFD of a document with an encoding. Linear.
void note_text_damage(Document& document);

}  // namespace nianbao
