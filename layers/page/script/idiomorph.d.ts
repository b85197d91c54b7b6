// What we use of the vendored library.
export const Idiomorph: {
  morph(place: Element, html: string, options: {
    morphStyle: "innerHTML";
    callbacks: { beforeAttributeUpdated: (name: string, element: Element) => boolean };
  }): void;
};
