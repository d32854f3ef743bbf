import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { GraphQLJSON, GraphQLJSONObject } from 'graphql-scalars';
import { fill } from '../graphql/node.ts';
import { UserErrorType } from '../graphql/user-error.type.ts';
import { DateTimeScalar } from '../graphql/scalars/index.ts';
import type { FrozenFigure } from './figures.sql.ts';
import type { FigureWords } from './picture-maker.ts';
import { valuesOf, type FigureTable, type FigureValue } from './figure-table.ts';

@ObjectType('FigureHeadline', { description: 'The number that a finding is about; shares are from 0 to 1.' })
export class FigureHeadlineType {
  @Field(() => Float, { description: 'The number.' })
  value!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The lower end of its 95 % interval, where it has one.',
  })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'The upper end.' })
  high!: number | null;
}

@ObjectType('FigureRelease', { description: 'A release that a figure rests on.' })
export class FigureReleaseType {
  @Field(() => String, { description: "The dataset's slug." })
  dataset!: string;

  @Field(() => Int, { description: "The release's number." })
  number!: number;
}

@ObjectType('FigureColumn', { description: "A column of a figure's table." })
export class FigureColumnType {
  @Field(() => String, { description: 'Its name in files, the same in every language.' })
  key!: string;

  @Field(() => String, { description: 'Its heading.' })
  label!: string;

  @Field(() => String, { description: 'What it holds: text, count, number, share (0 to 1), money or date.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'What its values are in, or the currency of money.' })
  unit!: string | null;
}

@ObjectType('FigureTable', { description: 'The data of a figure, as they were when it was frozen.' })
export class FigureTableType {
  @Field(() => String, { description: 'Its name in files.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'What it shows, where a figure has several.' })
  caption!: string | null;

  @Field(() => [FigureColumnType], { description: 'Its columns; the first names the row.' })
  columns!: FigureColumnType[];

  @Field(() => [[GraphQLJSON]], {
    nullable: 'items',
    description: 'Its rows: texts, numbers with every digit, or null.',
  })
  rows!: FigureValue[][];

  static of(table: FigureTable): FigureTableType {
    return fill(new FigureTableType(), {
      key: table.key,
      caption: table.caption ?? null,
      columns: table.columns.map(({ key, label, kind, unit, currency }) => ({
        key,
        label,
        kind,
        unit: unit ?? currency ?? null,
      })),
      rows: valuesOf(table),
    });
  }
}

@ObjectType('Figure', {
  description:
    'A figure that stays put: what a chart showed, frozen under an id that is made of its content, and readable after new releases, retirement and erasure.',
})
export class FigureType {
  @Field(() => ID, { description: 'The first 80 bits of its checksum: its address is /figures/ID.' })
  id!: string;

  @Field(() => String, { description: 'The SHA-256 of what it says, in both languages.' })
  checksum!: string;

  @Field(() => DateTimeScalar, { description: 'When it was frozen first.' })
  createdAt!: Date;

  @Field(() => String, { description: 'The address of the page that it was taken from, with its state.' })
  page!: string;

  @Field(() => String, { description: 'Its name on that page.' })
  figure!: string;

  @Field(() => FigureHeadlineType, {
    nullable: true,
    description: 'The number that the finding is about; null where it is not about one.',
  })
  headline!: FigureHeadlineType | null;

  @Field(() => Boolean, { description: 'Whether the data were invented by a simulation.' })
  simulated!: boolean;

  @Field(() => [FigureReleaseType], { description: 'The releases that it rests on.' })
  releases!: FigureReleaseType[];

  @Field(() => String, { nullable: true, description: 'The operation of this API that gives its data.' })
  query!: string | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'The variables of that operation.' })
  variables!: Record<string, unknown> | null;

  /** All that was kept. */
  frozen!: FrozenFigure;

  static of(frozen: FrozenFigure): FigureType {
    const { headline, query } = frozen;
    return fill(new FigureType(), {
      id: frozen.id,
      checksum: frozen.checksum,
      createdAt: frozen.createdAt,
      page: frozen.address,
      figure: frozen.figure,
      headline: headline && { value: headline.value, low: headline.low ?? null, high: headline.high ?? null },
      simulated: frozen.simulated,
      releases: frozen.releases,
      query: query?.query ?? null,
      variables: query?.variables ?? null,
      frozen,
    });
  }
}

@ObjectType('FigureCitations', { description: 'How a figure is cited, in its language.' })
export class FigureCitationsType {
  @Field(() => String, { description: 'APA, 7th edition.' })
  apa!: string;

  @Field(() => String, { description: 'Chicago, 17th edition: an entry of a bibliography.' })
  chicago!: string;

  @Field(() => String, { description: 'BibTeX.' })
  bibtex!: string;

  @Field(() => String, { description: 'CSL-JSON, as reference managers read it.' })
  cslJson!: string;
}

@ObjectType('FigureScript', {
  description: 'What one says of a figure on the air: numbers as they are spoken, and the exact ones beside.',
})
export class FigureScriptType {
  @Field(() => String, { description: 'One sentence with its credit.' })
  sentence!: string;

  @Field(() => String, { description: 'About twenty seconds: finding, measure, caveat, credit.' })
  twentySeconds!: string;

  @Field(() => String, { description: 'The finding with its exact numbers, for the eye.' })
  exact!: string;
}

@ObjectType('FigureFile', { description: 'A file that a figure can be taken as.' })
export class FigureFileType {
  @Field(() => String, {
    description: 'svg, png, lower-third.png, pdf, csv, csv-metadata.json, xlsx, parquet, json or zip.',
  })
  extension!: string;

  @Field(() => String, { description: 'Its media type.' })
  mediaType!: string;

  @Field(() => String, {
    description:
      'Its address; pictures take shape (natural, 1:1, 16:9, 9:16), theme (light, dark) and, as PNG, scale (1 to 4).',
  })
  address!: string;
}

@ObjectType('FigureKept', {
  description: 'What was kept of a figure besides the data that it was drawn from.',
})
export class FigureKeptType {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its drawing was made, which is what its pictures are; null where none was kept.',
  })
  drawnAt!: Date | null;

  @Field(() => GraphQLJSONObject, {
    description: 'Finding, measure, description, notes, tables and standing, as its page wrote them.',
  })
  words!: FigureWords;
}

@ObjectType('NewerFigure', { description: 'What newer data make of a figure.' })
export class NewerFigureType {
  @Field(() => Boolean, {
    description: 'Whether the headline left the interval it had or, without an interval, changed at all.',
  })
  moved!: boolean;

  @Field(() => FigureHeadlineType, { nullable: true, description: 'The number of the finding now.' })
  headline!: FigureHeadlineType | null;

  @Field(() => [FigureReleaseType], { description: 'The releases that it would rest on now.' })
  releases!: FigureReleaseType[];

  /** The finding in each language. */
  findings!: Record<'en' | 'fr', string>;
}

@InputType('FigureCreateInput', { description: 'Which figure to freeze: as its page shows it now.' })
export class FigureCreateInput {
  @Field(() => String, {
    description:
      'The address of its page with its state, without origin: "/pay?sector=law". The language does not matter.',
  })
  page!: string;

  @Field(() => String, { description: 'Its name on that page, which is its anchor there: "ranges".' })
  figure!: string;
}

@ObjectType('FigureCreatePayload', { description: 'The frozen figure, or why there is none.' })
export class FigureCreatePayload {
  @Field(() => FigureType, { nullable: true, description: 'The figure; null when there are errors.' })
  figure!: FigureType | null;

  @Field(() => Boolean, { description: 'False where the same figure was frozen before.' })
  created!: boolean;

  @Field(() => [UserErrorType], { description: 'Empty when it succeeded.' })
  userErrors!: UserErrorType[];
}
