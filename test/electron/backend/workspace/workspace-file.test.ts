import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  newWorkspaceFile,
  openWorkspaceFile,
} from '../../../../electron/backend/workspace/workspace-file.ts';
import { sampleConnection } from '../../../helpers/sample-answers.ts';

let folder = '';
const now = () => '2026-11-20T12:00:00Z';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'assay-workspace-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('workspace file', () => {
  test('opening writes nothing; a change is there after reopening', async () => {
    const file = path.join(folder, 'workspace.json');
    const store = await openWorkspaceFile(file, newWorkspaceFile('acme'), now);
    expect(await readdir(folder)).toEqual([]);
    await store.update((old) => ({
      ...old,
      settings: { ...old.settings, approvedModels: ['amazon.nova-pro-v1:0'] },
    }));
    const again = await openWorkspaceFile(file, newWorkspaceFile('other'), now);
    expect(again.current().name).toBe('acme');
    expect(again.current().settings.approvedModels).toEqual(['amazon.nova-pro-v1:0']);
  });

  test('what a newer program wrote is refused, and stays as it is', async () => {
    const file = path.join(folder, 'workspace.json');
    const newer = JSON.stringify({ version: 2, name: 'acme', teams: [] });
    await writeFile(file, newer);
    await expect(openWorkspaceFile(file, newWorkspaceFile('x'), now)).rejects.toMatchObject({
      code: 'workspace-newer',
    });
    expect(await readdir(folder)).toEqual(['workspace.json']);
    expect(await readFile(file, 'utf8')).toBe(newer);
  });

  test('a connection of a file from before organisations reads its own account', async () => {
    const file = path.join(folder, 'workspace.json');
    const { organization: _, ...older } = { ...sampleConnection, label: 'old' };
    const written = { ...newWorkspaceFile('acme'), connections: [older] };
    await writeFile(file, JSON.stringify(written));
    const store = await openWorkspaceFile(file, newWorkspaceFile('x'), now);
    expect(store.notice).toBeNull();
    expect(store.current().connections).toEqual([{ ...older, organization: null }]);
    const organization = { rolePattern: 'arn:aws:iam::{account}:role/R', accounts: [] };
    await store.update((old) => ({
      ...old,
      connections: old.connections.map((connection) => ({ ...connection, organization })),
    }));
    const again = await openWorkspaceFile(file, newWorkspaceFile('x'), now);
    expect(again.current().connections).toEqual([{ ...older, organization }]);
  });

  test('a file from before Regions were approved has approved none', async () => {
    const file = path.join(folder, 'workspace.json');
    const fresh = newWorkspaceFile('acme');
    const { approvedRegions: _, ...older } = fresh.settings;
    await writeFile(file, JSON.stringify({ ...fresh, settings: older }));
    const store = await openWorkspaceFile(file, newWorkspaceFile('x'), now);
    expect(store.current().settings).toEqual({ ...older, approvedRegions: [] });
    await store.update((old) => ({
      ...old,
      settings: { ...old.settings, approvedRegions: ['eu-west-1'] },
    }));
    const again = await openWorkspaceFile(file, newWorkspaceFile('x'), now);
    expect(again.current().settings.approvedRegions).toEqual(['eu-west-1']);
  });

  test('changes made at once all count', async () => {
    const file = path.join(folder, 'workspace.json');
    const store = await openWorkspaceFile(file, newWorkspaceFile('acme'), now);
    const names = Array.from({ length: 20 }, (_, index) => `model-${index}`);
    await Promise.all(
      names.map((name) =>
        store.update((old) => ({
          ...old,
          settings: { ...old.settings, approvedModels: [...old.settings.approvedModels, name] },
        })),
      ),
    );
    expect(store.current().settings.approvedModels).toEqual(names);
    expect(JSON.parse(await readFile(file, 'utf8')).settings.approvedModels).toEqual(names);
  });

  test.each([
    { what: 'not JSON', text: '{"version":1,' },
    { what: 'another shape', text: '{"version":1,"name":7}' },
  ])('a damaged file ($what) is set aside and named, never overwritten', async ({ text }) => {
    const file = path.join(folder, 'workspace.json');
    await writeFile(file, text);
    const store = await openWorkspaceFile(file, newWorkspaceFile('acme'), now);
    expect(store.notice).toContain('set aside');
    const aside = (await readdir(folder)).find((name) => name.includes('damaged'));
    expect(await readFile(path.join(folder, aside ?? ''), 'utf8')).toBe(text);
    expect(store.current().connections).toEqual([]);
  });

  test('a damaged file is named and left alone where nothing may be changed', async () => {
    const file = path.join(folder, 'workspace.json');
    await writeFile(file, '{"version":1,');
    const store = await openWorkspaceFile(file, newWorkspaceFile('acme'), null);
    expect(store.notice).toContain('It was left as it is');
    expect(store.current().name).toBe('acme');
    await expect(store.update((old) => old)).rejects.toMatchObject({ code: 'conflict' });
    expect(await readdir(folder)).toEqual(['workspace.json']);
    expect(await readFile(file, 'utf8')).toBe('{"version":1,');
  });
});
