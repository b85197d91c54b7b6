/** What the map says of its state; it owns it, the page only asks (layers/map/script/state.js). */
export interface MapState {
  layers: string[];
  view: { lat: number; lon: number; zoom: number };
  /** A layer `id`, a part `layer/feature` or `place:id`. */
  selected: string | null;
  tour: string | null;
  step: number;
  exploring: boolean;
  theme: string;
  /** The leg under the pointer. */
  lit?: string | null;
  /** Places that the text speaks of. */
  named?: string[];
}

/** One message of the map to the page. */
export interface Word {
  atlas: MapState;
  /** The state as the map's part of the address. */
  query?: string;
  /** Of what it shows, for the window. */
  title: string;
  /** How often a person has changed something. */
  deeds: number;
  /** Everything has been drawn once. */
  ready?: boolean;
  /** The number of the last words of the page that it has heard. */
  heard?: number;
  /** For the status line. */
  said?: string;
}

export type Hearer = (state: MapState) => void;

/** What Streamlit gives to a component at every run. */
export interface Component<Data> {
  data: Data;
  parentElement: HTMLElement;
  setStateValue: Tell;
}

/** What was done: a number that grows, the name of the deed, and what it was done to. */
export type Deed = [number: number, name: string, value: unknown];

/** Tells Python a value under a name. */
export type Tell = (name: string, value: unknown) => void;

/** One thing to find, as layers/views/search_entries.py writes it; `also` joins other spellings by " | ". */
export interface Entry {
  ref: string;
  name: string;
  also: string;
  kind: string;
  /** The place of the network where cargo can start or end. */
  node?: string;
  /** The strait that a way can pass. */
  passes?: string;
  /** The word that closes it. */
  closes?: string;
}

export interface Hit extends Entry {
  id: number;
  /** The distance from what was typed. */
  far: number;
  /** The spelling that is nearest. */
  by: string;
  group: string;
}
