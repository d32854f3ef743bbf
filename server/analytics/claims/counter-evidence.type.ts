import { Field, ObjectType } from 'type-graphql';
import type { Locale } from '../../graphql/locale.ts';
import { inLocale, LocaleArg } from '../../graphql/locale.ts';
import type { Row } from '../../graphql/row-type.ts';
import { ClaimTestType } from './claim-test.type.ts';
import type { ClaimFinding } from './claim-findings.ts';
import { testInWords } from './test-in-words.ts';

@ObjectType('CounterEvidence', {
  description: 'What speaks against a claim: a test of ours that went against it, or a published fact.',
})
export class CounterEvidenceType {
  row!: Row<'counter_evidence'> | null;

  @Field(() => ClaimTestType, {
    nullable: true,
    description: 'The test that went against it; null for facts.',
  })
  test!: ClaimTestType | null;

  @Field(() => String, { description: 'What it says, in our words.' })
  text(@LocaleArg() locale: Locale): string {
    const { en, fr } = this.row
      ? { en: this.row.text_en, fr: this.row.text_fr }
      : testInWords(this.test!.finding);
    return inLocale(locale, en, fr);
  }

  /** A published fact against the claim. */
  static ofRow(row: Row<'counter_evidence'>): CounterEvidenceType {
    return Object.assign(new CounterEvidenceType(), { row, test: null });
  }

  /** A test that went against it. */
  static ofTest(finding: ClaimFinding): CounterEvidenceType {
    return Object.assign(new CounterEvidenceType(), { row: null, test: ClaimTestType.of(finding) });
  }
}
