import { isArgumentElement, isPluralElement, isSelectElement, isTagElement, parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { catalogues, type MessageKey } from '../../web/src/lib/i18n/messages/catalogue.ts';

const keys = Object.keys(catalogues.en) as MessageKey[];
