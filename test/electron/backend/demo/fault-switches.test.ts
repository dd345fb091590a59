import { describe, expect, test } from 'vitest';
import { createFaults, type Fault, type Faults } from '../../../../electron/backend/demo/faults.ts';

const CALL = {
  operation: 'bedrock:ListGuardrails',
  action: 'bedrock:ListGuardrails',
  accountId: '111',
  region: 'us-east-1',
};

/** The kinds that the next calls take, `-` for none. */
function kinds(faults: Faults, calls: number, call = CALL): string {
  return Array.from({ length: calls }, () => faults.take(call).fault?.kind ?? '-').join(' ');
}

describe('a fault takes', () => {
  test.each<readonly [string, string, Fault, string]>([
    ['every call', 'bedrock:ListGuardrails', { kind: 'deny' }, 'deny deny deny deny'],
    ['so many calls', 'bedrock:ListGuardrails', { kind: 'deny', times: 2 }, 'deny deny - -'],
    ['later calls', 'bedrock:ListGuardrails', { kind: 'deny', after: 2 }, '- - deny deny'],
    ['some later calls', '*', { kind: 'deny', after: 1, times: 2 }, '- deny deny -'],
    ['calls of a service', 'bedrock:*', { kind: 'fail' }, 'fail fail fail fail'],
    ['calls of this Region', '*', { kind: 'fail', region: 'us-east-1' }, 'fail fail fail fail'],
    ['no call of another Region', '*', { kind: 'fail', region: 'eu-west-1' }, '- - - -'],
    ['calls of this account', '*', { kind: 'fail', accountId: '111' }, 'fail fail fail fail'],
    ['no call of another account', '*', { kind: 'fail', accountId: '222' }, '- - - -'],
    ['no call of another service', 's3:*', { kind: 'fail' }, '- - - -'],
    ['no call of another operation', 'bedrock:GetGuardrail', { kind: 'fail' }, '- - - -'],
  ])('%s', (_name, operation, fault, expected) => {
    const faults = createFaults();
    faults.set(operation, fault);
    expect(kinds(faults, 4)).toBe(expected);
  });

  test('calls for as long as it was set', () => {
    let now = 1_000;
    const faults = createFaults(() => now);
    faults.set('*', { kind: 'throttle', forMs: 30_000 });
    expect(kinds(faults, 1)).toBe('throttle');
    now += 29_999;
    expect(faults.list()).toHaveLength(1);
    expect(kinds(faults, 1)).toBe('throttle');
    now += 1;
    expect(kinds(faults, 1)).toBe('-');
    expect(faults.list()).toEqual([]);
  });

  test('a share of the calls, the same ones for the same seed', () => {
    const draw = (seed: number) => {
      const faults = createFaults();
      faults.set('*', { kind: 'fail', rate: 0.1, seed });
      return kinds(faults, 2_000);
    };
    expect(draw(1)).toBe(draw(1));
    expect(draw(1)).not.toBe(draw(2));
    expect(draw(1).match(/fail/g)?.length).toBeGreaterThan(150);
    expect(draw(1).match(/fail/g)?.length).toBeLessThan(250);
  });
});

describe('several faults', () => {
  test('the one of the operation comes before patterns', () => {
    const faults = createFaults();
    faults.set('*', { kind: 'fail' });
    faults.set('bedrock:ListGuardrails', { kind: 'deny', times: 1 });
    expect(kinds(faults, 2)).toBe('deny fail');
  });

  test('one of the same kind and place replaces the first, another place stands beside it', () => {
    const faults = createFaults();
    faults.set('*', { kind: 'fail', region: 'us-east-1', times: 1 });
    faults.set('*', { kind: 'fail', region: 'us-east-1', times: 3 });
    faults.set('*', { kind: 'fail', region: 'eu-west-1' });
    expect(faults.list()).toHaveLength(2);
    expect(kinds(faults, 4)).toBe('fail fail fail -');
  });

  test('delays add up, and go with another fault', () => {
    const faults = createFaults();
    faults.set('*', { kind: 'delay', delayMs: 10 });
    faults.set('bedrock:*', { kind: 'delay', delayMs: 5 });
    faults.set('*', { kind: 'throttle' });
    expect(faults.take(CALL)).toMatchObject({ delayMs: 15, fault: { kind: 'throttle' } });
  });

  test('clear takes those of one operation, or all', () => {
    const faults = createFaults();
    faults.set('*', { kind: 'fail' });
    faults.set('bedrock:*', { kind: 'deny' });
    faults.clear('bedrock:*');
    expect(faults.list()).toEqual([{ operation: '*', kind: 'fail' }]);
    faults.clear();
    expect(faults.list()).toEqual([]);
  });

  test('nobody is denied to ask who he is', () => {
    const faults = createFaults();
    faults.set('*', { kind: 'deny' });
    faults.denyAll();
    expect(kinds(faults, 1, { ...CALL, operation: 'sts:GetCallerIdentity' })).toBe('-');
    expect(kinds(faults, 1, { ...CALL, operation: 'sts:AssumeRole' })).toBe('deny');
  });
});
