import type { Generated } from 'kysely';

/** A frozen figure: what it says, and packed what it is drawn from. Never changed. */
interface Figure {
  id: string;
  checksum: string;
  created_at: Generated<Date>;
  address: string;
  figure: string;
  headline: unknown;
  simulated: boolean;
  protected: boolean;
  releases: unknown;
  query: unknown;
  words: unknown;
  data_en: Buffer;
  data_fr: Buffer;
}

/** A frozen figure as it was drawn once, in one language; packed, with the SHA-256 of the SVG. Never changed. */
interface FigureDrawing {
  figure_id: string;
  language: 'en' | 'fr';
  drawn_at: Generated<Date>;
  checksum: string;
  svg: Buffer;
}

/** Newer data moved the headline of a frozen figure. */
interface FigureMove {
  id: Generated<number>;
  figure_id: string;
  noticed_at: Generated<Date>;
  /** Of what it moved to. */
  checksum: string;
  finding_en: string;
  finding_fr: string;
  releases: unknown;
}

/** Frozen figures. */
export interface FigureTables {
  figure: Figure;
  figure_drawing: FigureDrawing;
  figure_move: FigureMove;
}
