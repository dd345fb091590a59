import { addDays, addMonths, type Month, msOfDay } from '../../../../../shared/model/period.ts';

/** Days after a month's end on which its bill is finalised. */
const SETTLING_DAYS = 4;

/** When a month's bill is finalised, milliseconds since the epoch: AWS does so early in the next month. */
export function finalisedMs(month: Month): number {
  return msOfDay(addDays(`${addMonths(month, 1)}-01`, SETTLING_DAYS));
}

/**
 * The invoice that a month's lines of one payer and seller are on; empty until the bill is final, as
 * `bill_invoice_id` of CUR 2.0 is. AWS Marketplace invoices apart from AWS.
 */
export function invoiceId(
  {
    month,
    payer,
    entity,
  }: { readonly month: Month; readonly payer: string; readonly entity: string },
  nowMs: number,
): string {
  if (nowMs < finalisedMs(month)) return '';
  const text = `${month} ${payer} ${entity}`;
  const sum = [...text].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 1e9, 7);
  return `2${String(sum).padStart(9, '0')}`;
}
