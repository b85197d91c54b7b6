// What the scripts hand each other. Lengths in px unless a name says otherwise; ids and references as reference.js has them.
// deno-lint-ignore-file no-explicit-any -- the tokens are a table of colours and numbers, read by name

/* ---- what Python sends ---- */
interface Facts {
  layers: LayerFacts[];
  features: Record<string, FeatureFacts>;
  places: Record<string, Place>;
  network: Network;
  tokens: Tokens;
  modes: Record<string, ModeFacts>;
  statuses: Record<string, StatusFacts>;
  /** What each glyph means. */
  glyphs: Record<string, string>;
  /** The date to which everything is known. */
  as_of: string;
  /** What the first view may show, the widest first. */
  homes: Box[];
  /** How far the base map reaches. */
  extent: Box;
  tours: Record<string, Tour>;
}

/** A mode of transport; `legend` and `cargo` are empty where there is nothing to say, `width` is a share of a railway's. */
interface ModeFacts {
  word: string;
  legend: string;
  cargo: string;
  width: number;
}

/** How far a thing is built; `part` is empty where a part in that state has no name of its own. */
interface StatusFacts {
  word: string;
  part: string;
  to_come: boolean;
}

type Tokens = any;
type Theme = "light" | "dark";
/** West, south, east, north. */
type Box = [number, number, number, number];

interface LayerFacts {
  id: string;
  title: string;
  short: string;
  group: string;
  subject: string;
  /** Of its areas, as the tokens name it. */
  hatch?: string | null;
  order: number;
  on: boolean;
  /** Empty where there is none to tell, as of a water or a membership. */
  status?: string | null;
  /** Ids of the main line in order of travel. */
  strip: string[];
  bounds: Box | null;
}

interface FeatureFacts {
  name: string;
  label?: string;
  subject: string;
  status?: string;
  status_note?: string;
  as_of?: string;
  mode?: string;
  kind?: string;
  km?: number;
  uncertainty_km?: number;
  geometry_class?: string;
  generalised?: boolean;
  /** Long straight pieces, with the error that each may have. */
  chords?: { from: [number, number]; to: [number, number]; bound_km: number }[];
  /** Layers that draw the same track. */
  shared_with?: string[];
  from?: string;
  to?: string;
  countries?: string[];
}

interface Place {
  name: string;
  label?: string;
  kind: string;
  country: string;
  population?: number;
  /** The smaller, the earlier it is named. */
  rank: number;
  lat: number;
  lon: number;
  /** Further points where its name may stand: lon and lat. */
  anchors?: [number, number][];
  /** Named in an essay. */
  named?: boolean;
}

/** As Python sends them; nodes.js puts the nodes together. */
type SentFacts = Omit<Facts, "network"> & { network: SentNetwork };
type SentNetwork = Omit<Network, "nodes"> & { nodes: Record<string, SentNode> };

interface Network {
  legs: Record<string, SentLeg & { steps: number[] }>;
  nodes: Record<string, NetworkNode>;
  countries: Record<string, string>;
}

interface SentLeg {
  from: string;
  to: string;
  mode: string;
  status: string;
  as_of: string;
  km: number;
  countries: string[];
}

/** `place` where its id is not that of its place; name and country where they differ. */
type SentNode = Partial<NetworkNode> & { place?: string };

interface NetworkNode {
  name: string;
  lat: number;
  lon: number;
  port?: boolean;
  strait?: boolean;
  country?: string;
}

interface Tour {
  title: string;
  minutes: number;
  /** "explore": after the last step the map is left to the class. */
  ends: string;
  steps: Step[];
}

interface Step {
  headline: string;
  caption: Piece[];
  layers: string[];
  focus: { ref?: string; view?: [number, number, number]; bounds?: Box };
  lit: string[];
  spotlight: string | null;
  routes: RoutesState | null;
  question: Piece[];
  answer: Piece[];
  notes: Piece[];
  missing: string[];
}

interface Piece {
  text?: string;
  cite?: string;
}

/** The base map and all else that the first picture needs. */
interface World {
  /** What the first view may show, the widest first. */
  homes: Box[];
  /** How far the base map reaches. */
  extent: Box;
  /** The widest view and the nearest. */
  zooms: [number, number];
  attribution: { long: string; short: string };
  boundary: any;
  colours: Record<Theme, Record<string, string>>;
  /** Degrees of a step of the grid, and where it begins. */
  scale: [number, number];
  translate: [number, number];
  /** [dx, dy, …] on the grid; ~n is arc n backwards. */
  arcs: number[][];
  objects: Record<string, Shape[]>;
  /** Rings of all countries' land, as arcs. */
  land: number[][];
  borders: number[][];
}

/** What is known of a shape of the base map; of disputed ground also what is said of it, and the place that tells more. */
interface ShapeFacts {
  iso: string;
  name: string;
  note?: string;
  place?: string | null;
  /** The code of the country inside which disputed ground lies, and whose name is not set on it. */
  inside?: string | null;
}

/** A geometry of the base map; arcs nested as its type says. */
interface Shape {
  type: string;
  properties: ShapeFacts;
  arcs: any[];
}

/** A piece of the world at a scale: its upper left corner in world px at that scale, its size in px. */
type Clip = Omit<Frame, "paneX" | "paneY">;

/** A line of the base map in world px, and its box: west, north, east, south. */
interface WorldLine {
  part: Float64Array;
  box: Box;
}

/** A country of the base map. */
interface Outline {
  type?: string;
  properties: ShapeFacts;
  geometry: { type: string; coordinates: any };
}

/* ---- the state ---- */
interface State {
  layers: string[];
  selected: string | null;
  tour: string | null;
  step: number;
  /** The running tour leaves the map to the class. */
  exploring: boolean;
  routes: RoutesState | null;
  /** The leg that is lit. */
  lit: string | null;
  /** Places that the page speaks of, whose names stand out. */
  named: string[];
  theme: Theme;
}

interface View {
  lat: number;
  lon: number;
  zoom: number;
}

type Delta = Partial<State & { view: View }>;

/** How a change is shown: with a flight, and for routes without a move to them. */
interface Options {
  fly?: boolean;
  stay?: boolean;
}

/** An answer of the routes panel as ids. */
interface RoutesState {
  routes: { n: number; title: string; legs: string[] }[];
  /** The legs of the best way that its weakest link takes. */
  weak: string[];
  lost: string[];
  closed: string[];
  countries: string[];
  places: string[];
  ends: string[];
  /** Where the ways are to pass. */
  via: string[];
}

interface Known {
  layers: Set<string>;
  features: Set<string>;
  places: Set<string>;
  tours: Set<string>;
  legs: Set<string>;
  nodes: Set<string>;
  countries: Set<string>;
}

type Hook =
  | "layers"
  | "select"
  | "theme"
  | "light"
  | "routes"
  | "tour"
  | "view"
  | "move"
  | "rest"
  | "said"
  | "legend";

/* ---- what is drawn ---- */
/** One feature of a layer, with the shape that folium made. */
interface Feature {
  ref: string;
  layer: string;
  id: string;
  shape: L.Layer;
  isArea: boolean;
  isPoint: boolean;
  facts: FeatureFacts;
}

/** What looks.js needs of a line or an area. */
interface Drawn {
  layer?: string;
  facts: FeatureFacts;
  subject: string;
  mode?: string;
  status?: string;
  isArea: boolean;
  share: Share | null;
}

/** Its part in a track that several layers draw. */
interface Share {
  hidden: boolean;
  pattern?: string;
  offset?: number;
}

interface LayerLine extends Feature, Drawn {
  layer: string;
  name: string;
  rank: string;
  /** Pieces in doubt, as lists of [lat, lon] or LatLngs. */
  pieces: unknown[];
  /** The path of the pieces in doubt. */
  doubt?: L.Layer;
  track?: string;
  parts(): L.LatLng[][];
  describe(path: SVGElement): void;
}

interface Glyph extends Feature {
  kind: string;
  status?: string;
  name: string;
  isCrowded: boolean;
  /** The end of a line, not a border on its way. */
  isLast: boolean;
  /** Stands at a place that is another layer's. */
  isGuest: boolean;
}

interface How {
  zoom: number;
  /** How many times larger a tour draws; 0 without one. */
  big: number;
  selected: boolean;
  lit: boolean;
  dim: boolean;
}

/** Attributes of one path. */
type Stroke = Record<string, string | number | null | undefined>;
type Strokes = Record<string, Stroke>;

interface Look {
  rank: string;
  strokes: Strokes;
}

/** Who answers what is drawn; scene.js asks in this order. */
type Rank = "step" | "routes" | "layers";

interface Provider {
  lines?: () => Line[] | null;
  points?: () => Spot[] | null;
}

/** A line that is drawn now, as labels and legend ask for it. */
interface Line {
  layer: string;
  id: string;
  subject: string;
  mode?: string;
  status?: string;
  name: string;
  latlngs: L.LatLng[];
  /** Its place is approximate. */
  hollow: boolean;
  selected: boolean;
  dim?: boolean;
}

/** A point that is drawn now. */
interface Spot {
  layer: string;
  id: string;
  kind: string;
  status?: string;
  name: string;
  label: string;
  latlng: L.LatLng;
  selected: boolean;
  /** The end of a line. */
  isLast?: boolean;
  /** The radius that its name keeps clear of. */
  ring?: number;
  dim?: boolean;
}

/** The view on the screen: scale and corner in world px (screen.js), and where Leaflet's moving pane stands. */
interface Frame {
  scale: number;
  zoom: number;
  width: number;
  height: number;
  left: number;
  top: number;
  paneX: number;
  paneY: number;
}

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What stands in a corner and can move to the upper one. */
interface Corner {
  box(): DOMRect;
  raise(isRaised: boolean): void;
}

/* ---- labels ---- */
interface Size {
  w: number;
  h: number;
}

interface LabelBox extends Size {
  x: number;
  y: number;
}

/** Where a label may stand, and what that costs before anything lies under it. */
interface LabelPlace extends LabelBox {
  cost: number;
  text?: string;
  style?: LabelStyle;
  /** Drawn with the name there. */
  dot?: Dot | null;
  /** Runs over the coast. */
  isOffshore?: boolean;
  /** Stands where the country reaches into the view, at none of its own points. */
  isReach?: boolean;
}

interface LabelStyle {
  size: number;
  weight: number;
  italic?: boolean;
  /** In em. */
  tracking?: number;
}

type LabelledPlace = Place & { id: string; isShadowed: boolean };

/** Class, then rank within it: the order of priority. */
type Turn = [string, ...number[]];

/** A name that may be shown. */
interface Offer {
  id: string;
  kind: string;
  text: string;
  style?: LabelStyle;
  /** Below the lines. */
  low?: boolean;
  turn: Turn;
  /** What a sample of a line under it costs. */
  lines: number;
  /** Above this cost it stays away. */
  limit: number;
  /** To its neighbours. */
  pad: number;
  places(): LabelPlace[];
  /** What a place costs beside its own cost and the lines under it. */
  judged?(place: LabelPlace): number;
  dot?: Dot | null;
  subject?: string;
  country?: string;
  isWet?: boolean;
  isClosed?: boolean;
  /** What the whole atlas tells of. */
  isFocus?: boolean;
  isDim?: boolean;
  /** The glyph whose name it stands for. */
  covers?: Spot | null;
}

type ChosenLabel = Offer & LabelPlace & { text: string; style: LabelStyle };

interface StandingLabel {
  text: string;
  kind: string;
  country?: string;
  id: string;
  box: Edges;
  dot: { x: number; y: number; hasLine: boolean } | null;
}

interface Dot {
  /** The place. */
  ref: string;
  x: number;
  y: number;
  radius: number;
  isCapital: boolean;
  isStop: boolean;
  /** Where a line from it ends, at its name. */
  leader?: { x: number; y: number };
}

/** What the names of one view are chosen from. */
interface LabelView {
  map: L.Map;
  tokens: Tokens;
  frame: Frame;
  places: LabelledPlace[];
  lines: Line[];
  points: Spot[];
  dots: Dot[];
  /** Names of the towns at which legs begin, end or call. */
  stations: Set<string>;
  selected: string | null;
  isChosen(ref: string): boolean;
  big: number;
  /** Codes of countries: closed, and named by the step of a tour. */
  closed: Set<string>;
  spoken: Set<string>;
  /** Ids of places that a layer holds and that have no glyph. */
  written: Set<string>;
  layers: LayerFacts[];
  /** Side of a glyph. */
  glyph: number;
  isShared(line: Line): boolean;
  room: Room;
}

/** What lies under the labels of one view. */
interface Room {
  /** How much line lies under the box: 1 for each sample, 3 for those of a selected line. */
  weight(box: LabelBox): number;
  /** The samples of one line. */
  along(line: Line): [number, number][];
  /** The part of the box that lies in a country, 0–1. */
  share(iso: string, box: LabelBox): number;
  /** The part of the box that lies in any country, 0–1. */
  land(box: LabelBox): number;
  /** The part of the box that lies on ground of disputed status inside a country, 0–1. */
  disputed(box: LabelBox): number;
  has(iso: string, x: number, y: number): boolean;
  sees(iso: string): boolean;
  /** The country's rows in view. */
  spans(iso: string): Span[];
}

interface Span {
  y: number;
  from: number;
  to: number;
}

interface ProjectedOutline {
  iso: string;
  isDisputed?: boolean;
  rings: Float64Array[];
  /** West, north, east, south in world px. */
  box: Box;
}

/** The name of a corridor or a leg, before it is an offer. */
interface LineName {
  id: string;
  text: string;
  subject: string;
  lines: Line[];
  /** Without a status. */
  plain?: string;
  /** Lines of the layer for which the text does not hold. */
  others?: Line[];
  size: number;
  isChosen: boolean;
  limit: number;
  order: number;
  isLeg: boolean;
  turn: string;
}

/* ---- cards ---- */
interface Card {
  /** The part that opens it. */
  by: "feature" | "spot" | "leg" | "closure";
  /** The part's own word for its subject. */
  about: unknown;
  className: string;
  title: string;
  kind: string;
  body: Node[];
  /** What it stands beside, or with `isDocked` in a corner away from. */
  shape: L.Layer;
  isDocked?: boolean;
  /** Where the focus was. */
  home(): HTMLElement | undefined;
  /** What closing it means, when that is more than to close it. */
  leave?(): void;
}

/* ---- routes ---- */
interface Leg extends SentLeg {
  id: string;
  name: string;
  latlngs: L.LatLng[];
  /** Numbers of the routes that use it. */
  users: number[];
  shape: L.Layer;
}

type NetworkPlace = NetworkNode & { id: string; latlng: L.LatLng };
type RouteStop = NetworkPlace & { isEnd: boolean };

interface ShownRoutes {
  routes: { n: number; title: string; legs: Leg[] }[];
  weak: Set<string>;
  lost: Leg[];
  closed: Set<string>;
  countries: string[];
  places: string[];
  ends: (NetworkNode & { id: string })[];
  via: string[];
  /** All that are drawn. */
  legs: Leg[];
}

/** A leg on the way, with the nodes that the way leaves and reaches. */
interface Travelled {
  leg: Leg;
  from: string;
  to: string;
}

/** Something of the network that a card can close. */
interface Closable {
  name: string;
  kind: string;
  latlng: L.LatLng;
  /** The place where a route can begin or end. */
  end: string | null;
  /** The place or strait that a way can pass. */
  pass: string | null;
  /** What can be closed: itself first. */
  ids: string[];
}

/** A button's text, and what the page is asked for. */
type PageRequest = [string, object];

/* ---- legend ---- */
interface LegendView {
  layers: LayerFacts[];
  /** Subjects of lines that are not their layer's own. */
  products: string[];
  /** Lines that a layer shows for comparison. */
  isCompared: boolean;
  signs: { svg: SVGElement; text: string }[];
  statuses: string[];
  modes: string[];
  isHollow: boolean;
  isDisputed: boolean;
}

/** A glyph of the legend with the kinds of points that it stands for, and why it is open. */
interface Sign {
  svg: SVGElement;
  kinds: Set<string>;
  states: Set<string>;
}

/* ---- tours ---- */
type TourAction =
  | "next"
  | "back"
  | "first"
  | "last"
  | "fill"
  | "theme"
  | "speaker"
  | "explore"
  | "black"
  | "notes"
  | "help"
  | "laser"
  | "pen"
  | "leave";

interface TourKey {
  does: TourAction;
  keys: string[];
  /** Its line in the list of keys. */
  line?: [string, string];
  /** Also in the speaker's window. */
  speaker?: boolean;
  /** Only the window in which it is pressed may do it. */
  own?: boolean;
  /** Only where nothing else takes the key. */
  shared?: boolean;
}
