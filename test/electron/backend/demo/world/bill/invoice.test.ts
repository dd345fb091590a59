import { expect, test } from 'vitest';
import {
  finalisedMs,
  invoiceId,
} from '../../../../../../electron/backend/demo/world/bill/invoice.ts';

const OCTOBER = { month: '2026-10', payer: '111122223333', entity: 'AWS' };
const at = (time: string) => Date.parse(time);

test('a bill is final from the fifth of the next month, in December of the next year', () => {
  expect(finalisedMs('2026-10')).toBe(at('2026-11-05T00:00:00Z'));
  expect(finalisedMs('2026-12')).toBe(at('2027-01-05T00:00:00Z'));
});

test('lines have no invoice before, one for each month, payer and seller after', () => {
  expect(invoiceId(OCTOBER, at('2026-11-04T23:59:59Z'))).toBe('');
  const ids = [
    OCTOBER,
    { ...OCTOBER, month: '2026-09' },
    { ...OCTOBER, payer: '444455556666' },
    { ...OCTOBER, entity: 'AWS Marketplace' },
  ].map((line) => invoiceId(line, at('2026-11-05T00:00:00Z')));
  expect(new Set(ids).size).toBe(4);
  for (const id of ids) expect(id).toMatch(/^\d{10}$/);
});
