import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBackend } from '../../../electron/backend/create-backend.ts';
import { runCommand } from '../../helpers/run-command.ts';
import { withFolder } from '../../helpers/with-folder.ts';

const event = {
  eventVersion: '1.11',
  eventID: 'a',
  eventTime: '2026-11-19T10:00:00Z',
  eventSource: 'bedrock.amazonaws.com',
  eventName: 'Converse',
  awsRegion: 'us-east-1',
  recipientAccountId: '111122223333',
};

test('an import counts every file that it found, one as one, and names a CSV that is no bill', () =>
  withFolder(async (home) => {
    const logs = join(home, 'logs');
    await mkdir(logs);
    await writeFile(join(logs, 'events.json'), JSON.stringify({ Records: [event] }));
    await writeFile(join(logs, 'odd.json'), JSON.stringify([{ ...event, eventID: 'b' }, { x: 1 }]));
    await writeFile(join(logs, 'costs.csv'), 'service,cost\nBedrock,12\n');
    await writeFile(join(logs, 'notes.md'), 'nothing');
    await writeFile(join(logs, '.hidden'), 'nothing');
    const argv = ['import', logs, '--workspace', join(home, 'w'), '--format', 'json'];
    const { out, err } = await runCommand(argv, { home, openBackend: createBackend });
    const rows: readonly { readonly file: string; readonly reason: string }[] =
      JSON.parse(out).rows;
    const reasons = new Map(rows.map(({ file, reason }) => [file.split('/').at(-1), reason]));
    expect(reasons.get('costs.csv')).toContain('without the columns of a CUR 2.0 export');
    expect(reasons.get('notes.md')).toBe('it is not JSON');
    expect(reasons.get('odd.json')).toContain('1 object that is no record');
    expect(err).toContain('Files in the folder 5 (1 left out)');
    expect(err).toContain('5 files: 1 taken, 1 in part, 3 skipped');
    expect(err).toContain('2 events and 0 invocations added');
  }));
