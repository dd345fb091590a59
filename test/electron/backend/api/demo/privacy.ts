import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ScannedDemo } from './scanned.ts';

/** Every file below Assay's folder, inflated where it is compressed. */
function keptFiles(home: string): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const name = join(entry.parentPath, entry.name);
      const bytes = readFileSync(name);
      const text = name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
      return { name, text: text.toString('latin1') };
    });
}

/** What a scan of the demo may not leave on the disk. */
export function privacyOf(scanned: () => ScannedDemo): void {
  describe('after a scan', () => {
    test('CloudTrail files are kept, for raw records', () => {
      const kept = keptFiles(scanned().demo.home).filter(({ text }) =>
        text.startsWith('{"Records":['),
      );
      expect(kept.length).toBeGreaterThan(100);
    });

    test('no prompt and no answer is on the disk', () => {
      const { world } = scanned();
      const logs = world.logBuckets
        .flatMap(({ name }) => world.objects(name, ''))
        .filter(({ key }) => key.includes('BedrockModelInvocationLogs') && key.endsWith('.json.gz'))
        .filter(({ key }) => !key.includes('/data/'));
      const log = logs.map((object) => gunzipSync(object.body()).toString('latin1')).join('');
      expect(log).toContain('"inputBodyJson"');
      const leaks = keptFiles(scanned().demo.home).filter(({ text }) =>
        /inputBodyJson|outputBodyJson|ModelInvocationLog"/.test(text),
      );
      expect(leaks.map(({ name }) => name)).toEqual([]);
    });

    test('no credential is on the disk', () => {
      const { rootKey } = scanned().world;
      const leaks = keptFiles(scanned().demo.home).filter(({ text }) =>
        text.includes(rootKey.secretAccessKey),
      );
      expect(leaks.map(({ name }) => name)).toEqual([]);
    });
  });
}
