import {
  addDays,
  addMonths,
  type Month,
  monthOf,
  msOfDay,
} from '../../../../../shared/model/period.ts';
import type { Calendar } from '../calendar.ts';
import type { WorldBucket, WorldObject } from '../facts.ts';
import { groupBy } from '../grouping.ts';
import { deliveredAt, gzipObject } from '../gzip-object.ts';
import { ACCOUNT } from '../organization.ts';
import type { WorldBillLine, WorldExport } from './bill-world.ts';
import { finalisedMs, invoiceId } from './invoice.ts';

/** Where the management account keeps the organisation's bill. */
export const BILLING_BUCKET: WorldBucket = {
  name: 'acme-billing-exports-111122223333',
  region: 'us-east-1',
  accountId: ACCOUNT.management,
  shared: false,
};

/** The organisation's CUR 2.0: compressed text, overwritten at every refresh. */
export function organisationExport(calendar: Calendar): WorldExport {
  const name = 'acme-cur2';
  return {
    exportArn: `arn:aws:bcm-data-exports:us-east-1:${ACCOUNT.management}:export/${name}-2f1c9a50`,
    name,
    accountId: ACCOUNT.management,
    query: `SELECT ${COLUMNS.map(([column]) => column).join(', ')} FROM COST_AND_USAGE_REPORT`,
    tableConfigurations: {
      COST_AND_USAGE_REPORT: {
        INCLUDE_IAM_PRINCIPAL_DATA: 'TRUE',
        INCLUDE_RESOURCES: 'TRUE',
        INCLUDE_SPLIT_COST_ALLOCATION_DATA: 'FALSE',
        TIME_GRANULARITY: 'DAILY',
      },
    },
    bucket: { name: BILLING_BUCKET.name, region: BILLING_BUCKET.region, prefix: 'cur' },
    overwrite: true,
    createdAt: `${addDays(calendar.firstDay, -200)}T08:11:40Z`,
    refreshedAt: deliveredAt(msOfDay(calendar.today) + 5 * 3_600_000, calendar),
  };
}

type Column = readonly [name: string, cell: (line: WorldBillLine, nowMs: number) => string];

/** The columns of the export, in its order. */
const COLUMNS: readonly Column[] = [
  ['bill_bill_type', () => 'Anniversary'],
  ['bill_billing_entity', entityOf],
  ['bill_billing_period_start_date', ({ day }) => `${day.slice(0, 7)}-01T00:00:00.000Z`],
  [
    'bill_billing_period_end_date',
    ({ day }) => `${addMonths(day.slice(0, 7), 1)}-01T00:00:00.000Z`,
  ],
  [
    'bill_invoice_id',
    (line, nowMs) =>
      invoiceId({ month: monthOf(line.day), payer: line.payer, entity: entityOf(line) }, nowMs),
  ],
  ['bill_payer_account_id', ({ payer }) => payer],
  ['line_item_usage_account_id', ({ accountId }) => accountId],
  ['line_item_line_item_type', ({ lineItemType }) => lineItemType],
  ['line_item_usage_start_date', ({ day }) => `${day}T00:00:00.000Z`],
  ['line_item_usage_end_date', ({ day }) => `${addDays(day, 1)}T00:00:00.000Z`],
  ['line_item_product_code', ({ productCode }) => productCode],
  ['line_item_usage_type', ({ usageType }) => usageType],
  ['line_item_operation', ({ operation }) => operation],
  ['line_item_resource_id', ({ resourceId }) => resourceId],
  ['line_item_iam_principal', ({ principal }) => principal],
  ['line_item_usage_amount', ({ quantity }) => quantity],
  ['line_item_currency_code', () => 'USD'],
  ['line_item_unblended_cost', ({ cost }) => cost],
  ['pricing_unit', ({ unit }) => unit],
  ['pricing_public_on_demand_cost', ({ listCost }) => listCost],
  ['product', ({ service }) => JSON.stringify({ product_name: service })],
  ['product_region_code', ({ region }) => region],
  ['resource_tags', ({ tags }) => JSON.stringify(tags)],
];

/** The export's files: one of data and one manifest for each month. */
export function exportObjects(
  calendar: Calendar,
  lines: readonly WorldBillLine[],
): readonly WorldObject[] {
  const { name, bucket } = organisationExport(calendar);
  const own = lines.filter(({ payer }) => payer === ACCOUNT.management);
  const months = [...groupBy(own, ({ day }) => day.slice(0, 7))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const root = `${bucket.prefix}/${name}`;
  const objects = months.flatMap(([month, group]) => {
    const endMs = finalisedMs(month);
    const key = `${root}/data/BILLING_PERIOD=${month}/${name}-00001.csv.gz`;
    return [
      gzipObject({ key, endMs, text: () => csvOf(group, calendar.nowMs) }, calendar),
      {
        key: `${root}/metadata/BILLING_PERIOD=${month}/${name}-Manifest.json`,
        lastModified: deliveredAt(endMs, calendar),
        body: () => Buffer.from(manifestOf(month, [`s3://${bucket.name}/${key}`], calendar)),
      },
    ];
  });
  return objects.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** AWS refreshes an open month every day, each time as an execution of its own. */
function manifestOf(month: Month, dataFiles: readonly string[], calendar: Calendar): string {
  const isFinal = calendar.nowMs >= finalisedMs(month);
  return JSON.stringify({
    executionId: `exec-${month}-${isFinal ? 'final' : calendar.today}`,
    billingPeriod: { start: `${month}-01T00:00:00Z`, end: `${addMonths(month, 1)}-01T00:00:00Z` },
    columns: COLUMNS.map(([name]) => ({ name, type: 'string' })),
    compression: 'GZIP',
    contentType: 'text/csv',
    dataFiles,
  });
}

function csvOf(lines: readonly WorldBillLine[], nowMs: number): string {
  const rows = lines.map((line) => COLUMNS.map(([, cell]) => quoted(cell(line, nowMs))).join(','));
  return [COLUMNS.map(([name]) => name).join(','), ...rows, ''].join('\n');
}

/** Only what needs quotes gets them, as in AWS's files. */
function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function entityOf({ service }: WorldBillLine): string {
  return service.endsWith('(Amazon Bedrock Edition)') ? 'AWS Marketplace' : 'AWS';
}
