import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A publication that numbers rest on. */
@Entity({ tableName: 'source' })
export class Source {
  @PrimaryKey({ type: 'integer', generated: 'by default as identity' })
  id!: number;

  @Property({ type: 'text', unique: 'source_slug_key' })
  slug!: string;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text' })
  publisher!: string;

  @Property({ type: 'text' })
  url!: string;

  @Property({ type: 'text', nullable: true })
  publishedOn!: string | null;

  @Property({ type: 'text' })
  language!: string;

  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'text' })
  reliability!: string;

  @Property({ type: 'text', nullable: true })
  licence!: string | null;

  @Property({ type: 'text', default: '' })
  note!: string;
}
