import { equal } from "node:assert/strict";

globalThis.document = /** @type {any} */ ({ querySelector: () => ({}), title: "" });
const { filled } = await import("../citing.js");

const known = { view: "http://atlas/?selected=tamar", day: new Date(2026, 10, 3, 23, 59) };

Deno.test("the paragraph stands in the citation, and nothing where none is cited", () => {
  equal(filled("(Blank, 2025‹at›)", { ...known, at: "para. 54" }), "(Blank, 2025, para. 54)");
  equal(filled("(Blank, 2025‹at›)", known), "(Blank, 2025)");
  equal(filled("\\cite‹option›{b}", { ...known, at: "para. 54" }), "\\cite[para.~54]{b}");
  equal(filled("\\cite‹option›{b}", known), "\\cite{b}");
});

Deno.test("view and day are those of the reader", () => {
  equal(filled("‹today›, from ‹view›", known), "November 3, 2026, from http://atlas/?selected=tamar");
  equal(filled("‹iso›", known), "2026-11-03");
});

Deno.test("a title means nothing to LaTeX, and a text that looks like a hole stays", () => {
  equal(filled("{{‹escaped title›}}", { ...known, title: "Oil & gas, 50 %" }), "{{Oil \\& gas, 50 \\%}}");
  equal(filled("‹title›", { ...known, title: "‹view›" }), "‹view›");
  equal(filled("‹nothing›", known), "‹nothing›");
});
