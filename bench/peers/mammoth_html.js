// mammoth_html.js FILE...: each as HTML, one after the other.
const mammoth = require("mammoth");

async function convertAll(files) {
  let characters = 0;
  for (const path of files) characters += (await mammoth.convertToHtml({ path })).value.length;
  console.log(characters, "characters");
}

convertAll(process.argv.slice(2));
