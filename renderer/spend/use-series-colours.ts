import { useMemo } from 'react';
import { type ColourOf, groupColours, useModelColours } from '../charts/use-colours.tsx';

/** The colours of series: a model's own wherever it is shown, others by name. */
export function useSeriesColours(
  groupBy: string,
  series: readonly { readonly key: string }[],
): ColourOf {
  const keys = useMemo(() => series.map(({ key }) => key), [series]);
  const models = useModelColours(useMemo(() => (groupBy === 'model' ? keys : []), [groupBy, keys]));
  return groupBy === 'model' ? models : groupColours(keys);
}
