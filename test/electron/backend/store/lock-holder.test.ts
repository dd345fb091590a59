import { describe, expect, it } from 'vitest';
import { holderOf } from '../../../../electron/backend/store/lock-holder.ts';
import { openingError } from '../../../../electron/backend/store/store-error.ts';

describe('who has a workspace open', () => {
  it.each([
    [['node', '/x/dist/hosts/cli.js', 'serve', '--no-open'], '`assay serve`'],
    [['node', '/x/node_modules/.bin/assay', '--workspace', '/W/a', 'scan'], '`assay scan`'],
    [['/opt/Assay/assay', '--type=utility', '--utility-sub-type=node.mojom'], 'The Assay app'],
    [['/x/electron', '/x/dist/hosts/backend-process.js'], 'The Assay app'],
    [['duckdb', 'assay.duckdb'], undefined],
    [[], undefined],
  ])('%j is %s', (args, name) => {
    expect(holderOf(args)?.name).toBe(name);
  });

  it('is told how to let go', () => {
    expect(holderOf(['cli.js', 'serve'])?.advice).toContain('Ctrl-C');
    expect(holderOf(['cli.js', 'import'])?.advice).toContain('Wait until it has ended');
  });

  it('is told apart for the demo, which has no folder of the user’s', () => {
    const locked = new Error('IO Error: Could not set lock on file: Conflicting lock is held');
    const { code, message } = openingError('/h/demo/demo-2026-11-20/assay.duckdb', locked);
    expect(code).toBe('workspace-locked');
    expect(message).toBe(
      'Another program has the demo open, and one program at a time can. Close it there, then try again.',
    );
    expect(openingError('/h/w/assay.duckdb', locked).message).toBe(
      'Another program has the workspace database /h/w/assay.duckdb open. Close it there, then try again.',
    );
  });
});
