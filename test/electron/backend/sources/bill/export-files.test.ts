import { describe, expect, test } from 'vitest';
import { toCurExport } from '../../../../../electron/backend/sources/bill/data-exports.ts';
import {
  type ExportObject,
  filesOf,
  newestFiles,
  newestManifests,
  readManifest,
} from '../../../../../electron/backend/sources/bill/export-files.ts';

const ROOT = 'cur/acme/';

function object(key: string, modifiedMs = 1): ExportObject {
  return { key: `${ROOT}${key}`, etag: 'e', size: 1, modifiedMs };
}

describe('manifests', () => {
  test('the one beside the executions counts; without it the newest execution', () => {
    const top = object('metadata/BILLING_PERIOD=2026-10/acme-Manifest.json', 1);
    const old = object('metadata/BILLING_PERIOD=2026-10/20261101T0101-aa/acme-Manifest.json', 5);
    const first = object('metadata/BILLING_PERIOD=2026-11/20261101T0101-aa/acme-Manifest.json', 2);
    const second = object('metadata/BILLING_PERIOD=2026-11/20261102T0101-bb/acme-Manifest.json', 3);
    const others = [
      object('metadata/BILLING_PERIOD=2026-13/acme-Manifest.json'),
      object('metadata/BILLING_PERIOD=2026-10/notes.txt'),
      object('data/BILLING_PERIOD=2026-10/acme-00001.csv.gz'),
      { ...object(''), key: 'elsewhere/metadata/BILLING_PERIOD=2026-09/x-Manifest.json' },
    ];
    const found = newestManifests(ROOT, [old, top, second, first, ...others]);
    expect([...found].map(([month, { key }]) => [month, key])).toEqual([
      ['2026-10', top.key],
      ['2026-11', second.key],
    ]);
  });

  test('files are named with or without their bucket', () => {
    const text = JSON.stringify({
      executionId: 'x',
      dataFiles: ['s3://bills/cur/a.csv.gz', 'cur/b.csv.gz'],
    });
    expect(readManifest(text)).toEqual({
      executionId: 'x',
      dataFiles: ['cur/a.csv.gz', 'cur/b.csv.gz'],
    });
    expect(readManifest('{}')).toEqual({ executionId: null, dataFiles: null });
  });

  test.each([['{"dataFiles": 7}'], ['[]x'], [''], ['null']])('%j is damaged', (text) => {
    expect(() => readManifest(text)).toThrow(/manifest of the export is damaged/);
  });
});

describe('files of a month', () => {
  const a = object('data/BILLING_PERIOD=2026-10/20261101T0101-aa/acme-00001.csv.gz');
  const b = object('data/BILLING_PERIOD=2026-10/20261102T0101-bb/acme-00001.csv.gz');
  const b2 = object('data/BILLING_PERIOD=2026-10/20261102T0101-bb/acme-00002.csv.gz');

  test('are those of the manifest, all of them or none', () => {
    const manifest = { executionId: 'bb', dataFiles: [b.key, b2.key] };
    expect(filesOf(ROOT, manifest, [a, b, b2])).toEqual([b, b2]);
    expect(() => filesOf(ROOT, manifest, [a, b])).toThrow(
      /names .*00002\.csv\.gz, which is not there/,
    );
  });

  test('are those of the newest execution where the manifest names none', () => {
    expect(filesOf(ROOT, { executionId: null, dataFiles: null }, [a, b2, b])).toEqual([b2, b]);
    const flat = [
      object('data/BILLING_PERIOD=2026-10/acme-00001.snappy.parquet'),
      object('data/BILLING_PERIOD=2026-10/readme.txt'),
    ];
    expect(newestFiles(ROOT, flat)).toEqual(flat.slice(0, 1));
  });
});

describe('exports', () => {
  const place = (S3Prefix: string | undefined) =>
    ({
      S3Destination: {
        S3Bucket: 'bills',
        S3Prefix,
        S3Region: 'eu-west-1',
        S3OutputConfigurations: {
          OutputType: 'CUSTOM',
          Format: 'PARQUET',
          Compression: 'PARQUET',
          Overwrite: 'OVERWRITE_REPORT',
        },
      },
    }) as const;
  const found = (query: string, prefix?: string) =>
    ({
      Name: 'acme',
      DataQuery: { QueryStatement: query },
      DestinationConfigurations: place(prefix),
      RefreshCadence: { Frequency: 'SYNCHRONOUS' },
    }) as const;

  test.each([
    ['a/b', 'a/b/acme/'],
    ['/a/', 'a/acme/'],
    ['', 'acme/'],
    [undefined, 'acme/'],
  ])('a prefix %j begins the path %s', (prefix, root) => {
    expect(toCurExport(found('SELECT x FROM COST_AND_USAGE_REPORT', prefix), 'arn')).toEqual([
      { arn: 'arn', bucket: 'bills', region: 'eu-west-1', root },
    ]);
  });

  test('of other tables are left alone', () => {
    expect(toCurExport(found('SELECT x FROM FOCUS_1_0_AWS'), 'arn')).toEqual([]);
    expect(toCurExport(found('SELECT x FROM COST_AND_USAGE_REPORT_EXTRA'), 'arn')).toEqual([]);
  });
});
