import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { ReactNode } from 'react';
import { Breakable } from '../../components/breakable.tsx';

/** A name and what stands under it; null where the record does not say. */
export type Pair = readonly [string, ReactNode];

/** What is known of a record; names without a value are left out. */
export function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  const known = pairs.filter(([, value]) => value !== null && value !== '');
  return (
    <KeyValuePairs
      columns={4}
      minColumnWidth={180}
      items={known.map(([label, value]) => ({
        label,
        value: typeof value === 'string' ? <Breakable text={value} /> : value,
      }))}
    />
  );
}
