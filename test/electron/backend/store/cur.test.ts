import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { BillDelivery, BillFile } from '../../../../electron/backend/store/bill/bill-store.ts';
import type { Store } from '../../../../electron/backend/store/store.ts';
import { withFolder } from '../../../helpers/with-folder.ts';
import { csvOf, line, writeCsv, writeParquet } from './cur-files.ts';
import { withStore } from './store-case.ts';

const EDITION = '{"product_name":"Claude Sonnet 4.5 (Amazon Bedrock Edition)"}';
const LINES = [
  line(),
  line({ line_item_unblended_cost: '0.000000033', line_item_usage_amount: '0.1' }),
  line({
    line_item_product_code: '4ln0xq8a1dexample',
    line_item_usage_type: 'EU-MP:EU_InputTokenCount-Units',
    product: EDITION,
    line_item_unblended_cost: '3.3',
    line_item_usage_amount: '1',
    pricing_unit: 'Units',
    line_item_iam_principal: 'arn:aws:sts::222233334444:assumed-role/app/s1',
    resource_tags: '{"user_team":"risk"}',
  }),
  line({
    line_item_line_item_type: 'Tax',
    line_item_usage_type: '',
    line_item_unblended_cost: '0.7',
  }),
  line({ line_item_line_item_type: 'Credit', line_item_unblended_cost: '-0.5' }),
  line({
    line_item_product_code: 'AmazonEC2',
    line_item_usage_type: 'USE1-BoxUsage:m5.large',
    product: '{"product_name":"Amazon Elastic Compute Cloud"}',
    line_item_unblended_cost: '99',
  }),
];

async function fileOf(
  path: string,
  key = `s3://bills/${path.split('/').at(-1)}`,
): Promise<BillFile> {
  const { size } = await stat(path);
  return { path, key, etag: `${size}-1`, size };
}

function october(files: readonly BillFile[], execution = 'e1'): BillDelivery {
  return { export: 'arn:export/acme', billingPeriod: '2026-10', execution, files };
}

async function billOf(store: Store) {
  const { rows } = await store.query(
    `SELECT CAST(day AS VARCHAR), account_id, region, service, usage_type, line_item_type,
       unblended_cost, quantity, principal, tags, source FROM bill ORDER BY 6, 5, 7`,
    100,
  );
  return rows;
}

const EXPECTED = [
  [
    '2026-10-05',
    '222233334444',
    'us-east-1',
    'Amazon Bedrock',
    'USE1-Nova2.0Lite-input-tokens',
    'Credit',
    '-0.500000000000000000',
    '1000.000000000000',
    null,
    null,
    'cur',
  ],
  [
    '2026-10-05',
    '222233334444',
    null,
    'Amazon Bedrock',
    null,
    'Tax',
    '0.700000000000000000',
    '1000.000000000000',
    null,
    null,
    'cur',
  ],
  [
    '2026-10-05',
    '222233334444',
    'eu-west-1',
    'Claude Sonnet 4.5 (Amazon Bedrock Edition)',
    'EU-MP:EU_InputTokenCount-Units',
    'Usage',
    '3.300000000000000000',
    '1.000000000000',
    'arn:aws:sts::222233334444:assumed-role/app/s1',
    '{"user_team":"risk"}',
    'cur',
  ],
  [
    '2026-10-05',
    '222233334444',
    'us-east-1',
    'Amazon Bedrock',
    'USE1-Nova2.0Lite-input-tokens',
    'Usage',
    '0.330000033000000000',
    '1000.100000000000',
    null,
    null,
    'cur',
  ],
];

describe('export files', () => {
  test.each([
    ['CSV', 'a.csv.gz', writeCsv],
    ['Parquet', 'a.snappy.parquet', writeParquet],
  ])(
    '%s: Bedrock lines alone, exact amounts, summed where nothing tells them apart',
    async (_, name, write) => {
      await withFolder(async (folder) => {
        const path = join(folder, name);
        await write(path, LINES);
        await withStore(async (store) => {
          const outcome = await store.bill.putDelivery(october([await fileOf(path)]));
          expect(outcome).toEqual({ status: 'stored', rows: 4 });
          expect(await billOf(store)).toEqual(EXPECTED);
        });
      });
    },
  );

  test('the same files again are known; a newer version replaces the older one', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'a.csv.gz');
      await writeCsv(path, LINES);
      await withStore(async (store) => {
        const first = october([await fileOf(path)]);
        await store.bill.putDelivery(first);
        expect(await store.bill.putDelivery(first)).toEqual({ status: 'known' });
        await writeCsv(path, [line({ line_item_unblended_cost: '0.44' })]);
        const newer = october([await fileOf(path)], 'e2');
        expect(await store.bill.putDelivery(newer)).toEqual({ status: 'stored', rows: 1 });
        expect((await billOf(store)).map((row) => row[6])).toEqual(['0.440000000000000000']);
      });
    });
  });

  test('a second export of the same account and month is not added to the first', async () => {
    await withFolder(async (folder) => {
      const [csv, parquet] = [join(folder, 'a.csv.gz'), join(folder, 'b.parquet')];
      await writeCsv(csv, LINES);
      await writeParquet(parquet, LINES);
      await withStore(async (store) => {
        await store.bill.putDelivery(october([await fileOf(csv)]));
        await store.bill.putDelivery({ ...october([await fileOf(parquet)]), export: 'other' });
        expect(await billOf(store)).toEqual(EXPECTED);
      });
    });
  });
});

async function parquetOf(lines: Parameters<typeof writeParquet>[1]): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  await withFolder(async (folder) => {
    await writeParquet(join(folder, 'a.parquet'), lines);
    bytes = await readFile(join(folder, 'a.parquet'));
  });
  return bytes;
}

const NOT_A_NUMBER = await parquetOf([line(), line({ line_item_usage_amount: 'NaN' })]);

describe('hostile export files', () => {
  const good = Buffer.from(csvOf(LINES));
  const bad: readonly (readonly [string, string, Buffer, RegExp])[] = [
    ['0 bytes', 'a.csv.gz', Buffer.alloc(0), /^it is empty$/],
    ['a cut gzip', 'a.csv.gz', gzipSync(good).subarray(0, 300), /the gzip is cut short/],
    ['not Parquet', 'a.parquet', Buffer.from('PAR1 and then nothing'), /the Parquet file is cut/],
    [
      'Parquet with a false footer',
      'a.parquet',
      Buffer.from('PAR1 junk PAR1'),
      /it cannot be read/,
    ],
    [
      'other columns',
      'a.csv.gz',
      gzipSync('a,b\n1,2\n'),
      /the column bill_billing_period_start_date is missing/,
    ],
    [
      'words for money',
      'a.csv.gz',
      gzipSync(csvOf([line({ line_item_unblended_cost: 'much' })])),
      /^row 1 has "much" as line_item_unblended_cost, which is not an amount; nothing of the bill/,
    ],
    [
      'a cost that is no number in Parquet',
      'a.parquet',
      NOT_A_NUMBER,
      /^row 2 has "nan" as line_item_usage_amount, which is not an amount/,
    ],
    [
      'words for days',
      'a.csv.gz',
      gzipSync(csvOf([...LINES.slice(0, 2), line({ line_item_usage_start_date: 'soon' })])),
      /^row 3 has "soon" as line_item_usage_start_date, which is not a time; .* Fetch the file again/,
    ],
  ];

  test.each(bad)(
    '%s: named, and what was stored before stays',
    async (_, name, content, reason) => {
      await withFolder(async (folder) => {
        const [before, path] = [join(folder, 'before.csv.gz'), join(folder, name)];
        await writeCsv(before, LINES);
        await writeFile(path, content);
        await withStore(async (store) => {
          await store.bill.putDelivery(october([await fileOf(before)]));
          const files = [await fileOf(before), await fileOf(path)];
          const outcome = await store.bill.putDelivery(october(files, 'e2'));
          expect(outcome).toMatchObject({ status: 'failed', key: files[1]?.key });
          expect(outcome).toHaveProperty('reason', expect.stringMatching(reason));
          expect(await billOf(store)).toEqual(EXPECTED);
        });
      });
    },
  );

  test('a name with a quote in it is a name', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, "o'brien.csv.gz");
      await writeCsv(path, LINES);
      expect((await readFile(path)).length).toBeGreaterThan(0);
      await withStore(async (store) => {
        expect(await store.bill.putDelivery(october([await fileOf(path)]))).toMatchObject({
          rows: 4,
        });
      });
    });
  });
});
