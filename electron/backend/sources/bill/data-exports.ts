import { readFile, rm } from 'node:fs/promises';
import type { Export } from '@aws-sdk/client-bcm-data-exports';
import { z } from 'zod';
import { AppError } from '../../../../shared/model/app-error.ts';
import { ACCOUNT_SCOPE, type ReadOutcome } from '../../../../shared/model/dataset.ts';
import { addMonths, dayOf, type Month, monthOf } from '../../../../shared/model/period.ts';
import { type Caller, createCaller, outcomeOf } from '../../aws/caller.ts';
import type { Clients } from '../../aws/clients.ts';
import { paginate } from '../../aws/paginate.ts';
import { list, required, text } from '../../aws/required.ts';
import type { BillDelivery } from '../../store/bill/bill-store.ts';
import type { SourceReading } from '../../store/store.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { fetchObject } from '../s3-download.ts';
import { type BucketAccess, objectPages } from '../s3-list.ts';
import { type SourceInfo, type SourceTools, sourceReading } from '../source.ts';
import { passingFolder, spoolPath } from '../spool.ts';
import { endpointRegion } from './endpoint-region.ts';
import { type ExportObject, filesOf, newestManifests, readManifest } from './export-files.ts';

/** The bill line by line, with who called, from the files that AWS delivers to S3. */
export const dataExports: SourceInfo = {
  id: 'data-exports',
  title: 'Bill from Data Exports (CUR 2.0)',
  iamActions: [
    'bcm-data-exports:ListExports',
    'bcm-data-exports:GetExport',
    's3:ListBucket',
    's3:GetObject',
    'kms:Decrypt',
  ],
};

/** Months of history: what a year is compared with. */
const HISTORY_MONTHS = 13;
/** The table of CUR 2.0; exports of other tables (FOCUS, recommendations) are left alone. */
const CUR_TABLE = /\bfrom\s+cost_and_usage_report\b/i;

/** Where one account's exports are read. */
export interface ExportTarget {
  readonly accountId: string;
  readonly clients: Clients;
}

/**
 * Reads the CUR 2.0 exports of one account: the newest execution of each month, unless its files
 * are stored already. A month that cannot be read keeps what was stored before, and is named.
 * @throws AppError `cancelled`.
 */
export async function readDataExports(
  tools: SourceTools,
  target: ExportTarget,
): Promise<SourceReading> {
  const { profile } = target.clients.connection;
  const { signal } = tools;
  const caller = createCaller({
    region: endpointRegion(target.clients),
    profile,
    signal,
    identified: true,
  });
  const reading = { tools, target, call: caller.call, counted: { rows: 0 } };
  let outcome: ReadOutcome = { status: 'collected' };
  try {
    for (const found of await curExports(reading)) {
      const failure = await readExport(reading, found);
      if (failure !== null) outcome = failure;
    }
  } catch (error) {
    outcome = outcomeOf(error, dataExports.title);
  }
  return sourceReading(dataExports, {
    accountId: target.accountId,
    region: ACCOUNT_SCOPE,
    readAt: tools.clock(),
    calls: caller.calls(),
    items: reading.counted.rows,
    outcome,
  });
}

interface Reading {
  readonly tools: SourceTools;
  readonly target: ExportTarget;
  readonly call: Caller['call'];
  readonly counted: { rows: number };
}

/** An export's name and place. */
interface CurExport {
  readonly arn: string;
  readonly bucket: string;
  readonly region: string;
  /** What stands before `data/` and `metadata/`. */
  readonly root: string;
}

async function curExports({ target, call }: Reading): Promise<readonly CurExport[]> {
  const pages = paginate(
    (NextToken) =>
      call('bcm-data-exports:ListExports', async (options) =>
        (await target.clients.dataExports(endpointRegion(target.clients))).listExports(
          { NextToken },
          options,
        ),
      ),
    (page) => page.NextToken,
    { of: 'bcm-data-exports:ListExports' },
  );
  const arns: string[] = [];
  for await (const page of pages) {
    arns.push(...list(page.Exports).map(({ ExportArn }) => text(ExportArn, 'Exports.ExportArn')));
  }
  const exports: CurExport[] = [];
  for (const arn of arns) {
    const answer = await call('bcm-data-exports:GetExport', async (options) =>
      (await target.clients.dataExports(endpointRegion(target.clients))).getExport(
        { ExportArn: arn },
        options,
      ),
    );
    exports.push(
      ...toCurExport(required(answer.Export, 'Export'), arn, endpointRegion(target.clients)),
    );
  }
  return exports;
}

/** An export with its place in S3; none for an export of another table than CUR 2.0. */
export function toCurExport(
  found: Export,
  arn: string,
  region = 'us-east-1',
): readonly CurExport[] {
  if (!CUR_TABLE.test(found.DataQuery?.QueryStatement ?? '')) return [];
  const place = required(found.DestinationConfigurations?.S3Destination, 'Export.S3Destination');
  const prefix = (place.S3Prefix ?? '').replace(/^\/+|\/+$/g, '');
  const name = text(found.Name, 'Export.Name');
  return [
    {
      arn,
      bucket: text(place.S3Bucket, 'S3Destination.S3Bucket'),
      region: place.S3Region ?? region,
      root: prefix === '' ? `${name}/` : `${prefix}/${name}/`,
    },
  ];
}

/** Reads the months of an export; answers the first failure, or null. */
async function readExport(reading: Reading, found: CurExport): Promise<ReadOutcome | null> {
  const { tools } = reading;
  const access: BucketAccess = {
    clients: reading.target.clients,
    region: found.region,
    call: reading.call,
    meter: tools.meter,
  };
  const oldest = addMonths(monthOf(dayOf(tools.clock())), -HISTORY_MONTHS);
  const listed = await listObjects(access, found, 'metadata/BILLING_PERIOD=');
  const done = await readCursor(tools.store, cursorName(found), doneSchema);
  const manifests: Record<Month, string> = { ...done };
  let failure: ReadOutcome | null = null;
  for (const [month, manifest] of newestManifests(found.root, listed)) {
    const version = `${manifest.key} ${manifest.etag}`;
    if (month < oldest || manifests[month] === version) continue;
    try {
      await readMonth(reading, { ...found, access, month, manifest });
      manifests[month] = version;
      await writeCursor(tools.store, cursorName(found), manifests);
    } catch (error) {
      const outcome = outcomeOf(error, `The export's month ${month}`);
      failure ??= outcome;
    }
  }
  return failure;
}

/** The manifest of each month whose files are stored: AWS writes it anew at every refresh. */
const doneSchema = z.record(z.string(), z.string());

function cursorName({ arn }: CurExport): string {
  return `data-exports:${arn}`;
}

interface ExportMonth extends CurExport {
  readonly access: BucketAccess;
  readonly month: Month;
  readonly manifest: ExportObject;
}

async function readMonth({ tools, counted }: Reading, at: ExportMonth): Promise<void> {
  const path = passingPath(tools, at, at.manifest.key);
  await fetchObject(at.access, { bucket: at.bucket, key: at.manifest.key }, path);
  const manifest = readManifest(await readFile(path, 'utf8'));
  await rm(path, { force: true });
  const listed = await listObjects(at.access, at, `data/BILLING_PERIOD=${at.month}/`);
  const files = filesOf(at.root, manifest, listed);
  const delivery: BillDelivery = {
    export: at.arn,
    billingPeriod: at.month,
    execution: manifest.executionId,
    files: files.map(({ key, etag, size }) => ({
      path: passingPath(tools, at, key),
      key: `s3://${at.bucket}/${key}`,
      etag,
      size,
    })),
  };
  if (await tools.store.bill.knowsDelivery(delivery)) return;
  counted.rows += await fetchAndStore(tools, at, delivery);
}

/** Files leave this computer again once their lines are stored. */
async function fetchAndStore(
  tools: SourceTools,
  { access, bucket }: ExportMonth,
  delivery: BillDelivery,
): Promise<number> {
  try {
    for (const { key, path } of delivery.files) {
      await fetchObject(access, { bucket, key: key.slice(`s3://${bucket}/`.length) }, path);
    }
    const outcome = await tools.store.bill.putDelivery(delivery, tools.signal);
    if (outcome.status === 'failed') {
      throw new AppError('aws-failed', `${outcome.key} is not stored: ${outcome.reason}.`);
    }
    return outcome.status === 'stored' ? outcome.rows : 0;
  } finally {
    await Promise.all(delivery.files.map(({ path }) => rm(path, { force: true })));
  }
}

function passingPath(tools: SourceTools, { bucket }: CurExport, key: string): string {
  return spoolPath(passingFolder(tools.spoolFolder), 's3', bucket, key);
}

async function listObjects(
  access: BucketAccess,
  { bucket, root }: CurExport,
  folder: string,
): Promise<readonly ExportObject[]> {
  const objects: ExportObject[] = [];
  for await (const page of objectPages(access, { Bucket: bucket, Prefix: `${root}${folder}` })) {
    for (const { Key, ETag, Size, LastModified } of list(page.Contents)) {
      objects.push({
        key: text(Key, 'Contents.Key'),
        etag: (ETag ?? '').replaceAll('"', ''),
        size: Size ?? 0,
        modifiedMs: LastModified?.getTime() ?? 0,
      });
    }
  }
  return objects;
}
