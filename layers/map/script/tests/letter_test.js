import assert from "node:assert/strict";
import { asksToSearch, letterOf } from "../letter.js";
import { keyFor, KEYS } from "../tour/keys.js";

const CODES = [..."QWERTYUIOPASDFGHJKLZXCVBNM"].map((letter) => `Key${letter}`).concat("Period", "Slash");
// What a board writes at these places, as X11 has its layouts; with Shift below it.
const OTHER_SCRIPTS = {
  Russian: [
    "й ц у к е н г ш щ з ф ы в а п р о л д я ч с м и т ь ю .",
    "Й Ц У К Е Н Г Ш Щ З Ф Ы В А П Р О Л Д Я Ч С М И Т Ь Ю ,",
  ],
  Georgian: [
    "ქ წ ე რ ტ ყ უ ი ო პ ა ს დ ფ გ ჰ ჯ კ ლ ზ ხ ც ვ ბ ნ მ . /",
    "Q ჭ E ღ თ Y U I O P A შ D F G H ჟ K L ძ X ჩ V B N M > ?",
  ],
  Armenian: [
    "խ ւ է ր տ ե ը ի ո պ ա ս դ ֆ գ հ ճ կ լ զ ց ք վ բ ն մ ղ ծ",
    "Խ Ւ Է Ր Տ Ե Ը Ի Ո Պ Ա Ս Դ Ֆ Գ Հ Ճ Կ Լ Զ Ց Ք Վ Բ Ն Մ Ղ Ծ",
  ],
  "Armenian by sound": [
    "ք ո ե ր տ ը ւ ի օ պ ա ս դ ֆ գ հ յ կ լ զ ղ ց վ բ ն մ ․ /",
    "Ք Ո Ե Ր Տ Ը Ւ Ի Օ Պ Ա Ս Դ Ֆ Գ Հ Յ Կ Լ Զ Ղ Ց Վ Բ Ն Մ » ՞",
  ],
  Hebrew: [
    "/ ' ק ר א ט ו ן ם פ ש ד ג כ ע י ח ל ך ז ס ב ה נ מ צ ץ .",
    "Q W E R T Y U I O P A S D F G H J K L Z X C V B N M > ?",
  ],
  Persian: ["ض ص ث ق ف غ ع ه خ ح ش س ی ب ل ا ت ن م ظ ط ز ر ذ د پ . /", ""],
  Arabic: ["ض ص ث ق ف غ ع ه خ ح ش س ي ب ل ا ت ن م ئ ء ؤ ر لا ى ة ز ظ", ""],
  Greek: [
    "; ς ε ρ τ υ θ ι ο π α σ δ φ γ η ξ κ λ ζ χ ψ ω β ν μ . /",
    ": Σ Ε Ρ Τ Υ Θ Ι Ο Π Α Σ Δ Φ Γ Η Ξ Κ Λ Ζ Χ Ψ Ω Β Ν Μ > ?",
  ],
};
const LATIN = {
  AZERTY: [
    "a z e r t y u i o p q s d f g h j k l w x c v b n , : !",
    "A Z E R T Y U I O P Q S D F G H J K L W X C V B N ? / §",
  ],
  Dvorak: [
    "' , . p y f g c r l a o e u i d h t n ; q j k x b m v z",
    '" < > P Y F G C R L A O E U I D H T N : Q J K X B M V Z',
  ],
  QWERTZ: [
    "q w e r t z u i o p a s d f g h j k l y x c v b n m . -",
    "Q W E R T Z U I O P A S D F G H J K L Y X C V B N M : _",
  ],
  Bépo: [
    "b é p o è Dead v d l j a u i e , c t s r à y x . k ’ q g h",
    "B É P O È ! V D L J A U I E ; C T S R À Y X : K ? Q G H",
  ],
};

/**
 * Each key of a layout as a browser tells of it.
 * @param {string[]} rows
 */
const pressed = (rows) =>
  rows.filter(Boolean).flatMap((row, shift) =>
    row.split(" ").map((key, at) => ({ key, code: CODES[at], shiftKey: Boolean(shift) }))
  );
/** @param {string} code */
const printed = (code) => ({ Period: ".", Slash: "/" })[code] ?? code.at(-1)?.toLowerCase();
const letters = KEYS.flatMap(({ keys }) => keys).filter((key) => /^[a-z.]$/.test(key));

for (const [name, rows] of Object.entries(OTHER_SCRIPTS)) {
  Deno.test(`${name}: each letter key of a tour works at its place`, () => {
    const plain = pressed([rows[0]]);
    assert.equal(plain.length, CODES.length);
    for (const letter of letters) {
      const key = plain.find(({ code }) => printed(code) === letter);
      assert.equal(key && letterOf(key), letter);
    }
  });
  Deno.test(`${name}: letters of the other script are what stands at their place, signs are themselves`, () => {
    for (const key of pressed(rows)) {
      const isOther = /^[^\p{Script=Latin}\0-\xff]+$/u.test(key.key);
      const place = key.shiftKey && key.code === "Slash" ? "?" : printed(key.code);
      assert.equal(letterOf(key), isOther ? place : key.key.toLowerCase(), JSON.stringify(key));
    }
  });
}

for (const [name, rows] of Object.entries(LATIN)) {
  Deno.test(`${name}: the letter that is printed counts, never its place`, () => {
    const all = pressed(rows);
    assert.equal(all.length, 2 * CODES.length);
    for (const key of all) {
      assert.equal(letterOf(key), key.key === "Dead" ? "Dead" : key.key.toLowerCase());
    }
  });
}

Deno.test("black is where the full stop is printed, and where a clicker's full stop comes from", () => {
  for (
    const [key, code] of [["ю", "Period"], [".", "Slash"], [".", "Period"], ["ץ", "Period"], ["и", "KeyB"]]
  ) {
    assert.equal(keyFor({ key, code })?.does, "black", key);
  }
});

Deno.test("the search is where the slash is printed, and where it is on a Latin board", () => {
  const asked = [["/", "Slash"], ["/", "Digit7"], [".", "Slash"], ["ծ", "Slash"], ["/", "KeyQ"]];
  const others = [["-", "Slash"], [".", "Period"], ["z", "Slash"], ["!", "Slash"], ["ю", "Period"], [
    ",",
    "Slash",
  ]];
  const search = (/** @type {string[]} */ [key, code]) =>
    asksToSearch(/** @type {KeyboardEvent} */ ({ key, code }));
  assert.deepEqual(asked.filter((one) => !search(one)), []);
  assert.deepEqual(others.filter((one) => search(one)), []);
});

Deno.test("a key that an input method holds counts by its place, a named one as it is", () => {
  assert.equal(letterOf({ key: "Process", code: "KeyS" }), "s");
  assert.equal(letterOf({ key: "Unidentified", code: "Slash", shiftKey: true }), "?");
  assert.equal(letterOf({ key: "Unidentified", code: "" }), "Unidentified");
  for (const key of ["ArrowLeft", "PageUp", "Escape", " ", "Dead"]) {
    assert.equal(letterOf({ key, code: "KeyB" }), key);
  }
});
