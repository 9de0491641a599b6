// The words that scripts say. outputs/assets.py puts those that a script here asks for, in both languages, above all scripts
// (guideWords), so that no page repeats them.

/** A text of the interface in the language of the page, or in another one; with a number where it counts something. */
const guideWord = (key, n = 0, language = document.documentElement.lang) => {
  const text = guideWords[language][key];
  const isOne = language === "fr" ? n < 2 : n === 1;
  return (typeof text === "string" ? text : text[isOne ? "one" : "other"]).replace("{n}", n);
};
