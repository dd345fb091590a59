import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog, lineSink } from '../../../electron/backend/log.ts';
import { rotatingFileSink } from '../../../electron/backend/log-file.ts';
import { withFolder } from '../../helpers/with-folder.ts';

const now = () => '2026-11-20T12:00:00Z';

function captured(level: 'debug' | 'info' | 'warn' | 'error') {
  const lines: string[] = [];
  return { lines, log: createLog({ now, sinks: [lineSink(level, (text) => lines.push(text))] }) };
}

describe('createLog', () => {
  it('writes time, level, message and fields on one line', () => {
    const { lines, log } = captured('debug');
    log.info('scan started', { regions: ['eu-west-1'] });
    expect(lines).toEqual(['2026-11-20T12:00:00Z info  scan started {"regions":["eu-west-1"]}\n']);
  });

  it('writes each line to the sinks that want its level', () => {
    const { lines, log } = captured('warn');
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    expect(lines.map((line) => line.slice(27, -1))).toEqual(['c', 'd']);
  });

  it('redacts messages and fields', () => {
    const { lines, log } = captured('info');
    log.error('key AKIAIOSFODNN7EXAMPLE', { sessionToken: 'secret-thing' });
    expect(lines.join('')).not.toMatch(/IOSFODNN7|secret-thing/);
  });

  it('keeps stacks for files', () => {
    const lines: string[] = [];
    const sink = { level: 'info', write: (line: string) => lines.push(line) } as const;
    const sinks = [
      { ...sink, stacks: true },
      { ...sink, stacks: false },
    ];
    createLog({ now, sinks }).error('failed', { thrown: new Error('reason') });
    expect(lines.map((line) => line.includes('log.test.ts'))).toEqual([true, false]);
    expect(lines.every((line) => line.includes('reason'))).toBe(true);
  });

  it('cannot be made to forge a line or steer a terminal', () => {
    const { lines, log } = captured('info');
    log.info('a\n2026-11-20T12:00:00Z error forged \u001b[2J');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/\p{Cc}/u);
  });
});

describe('rotatingFileSink', () => {
  const sink = (path: string, failures: string[] = []) =>
    rotatingFileSink({
      path,
      level: 'info',
      maxBytes: 30,
      keep: 2,
      onFailure: (reason) => failures.push(reason),
    });

  it('rotates by size and keeps as many as asked', () =>
    withFolder((folder) => {
      const file = sink(join(folder, 'logs', 'assay.log'));
      for (const text of ['one', 'two', 'three', 'four']) file.write(text.padEnd(20, '.'));
      const read = (name: string) => readFileSync(join(folder, 'logs', name), 'utf8').slice(0, 4);
      expect(readdirSync(join(folder, 'logs')).sort()).toEqual([
        'assay.log',
        'assay.log.1',
        'assay.log.2',
      ]);
      expect([read('assay.log'), read('assay.log.1'), read('assay.log.2')]).toEqual([
        'four',
        'thre',
        'two.',
      ]);
    }));

  it('goes on in the file that is there, and is readable by its owner only', () =>
    withFolder((folder) => {
      const path = join(folder, 'assay.log');
      sink(path).write('first');
      sink(path).write('second');
      expect(readFileSync(path, 'utf8')).toBe('first\nsecond\n');
      if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
    }));

  it('tells once that it cannot write, and never throws', () =>
    withFolder((folder) => {
      writeFileSync(join(folder, 'taken'), '');
      const failures: string[] = [];
      const file = sink(join(folder, 'taken', 'assay.log'), failures);
      file.write('a');
      file.write('b');
      expect(failures).toHaveLength(1);
      expect(failures[0]).toContain('assay.log');
    }));
});
