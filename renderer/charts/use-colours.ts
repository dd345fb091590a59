import { useEffect, useMemo } from 'react';
import { useStored } from '../components/use-stored.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { extendSlots, parseSlots } from './colour-slots.ts';
import { OTHER_COLOUR, paletteColour } from './palette.ts';
import { OTHER_KEY } from './series.ts';

/** The colour of a key. */
export type ColourOf = (key: string) => string;

const WITHOUT_COLOUR: readonly string[] = ['unknown', OTHER_KEY];

/** The colours of models, by model id without geography prefix: the same on every page, for good. */
export function useModelColours(shown: readonly string[]): ColourOf {
  const models = useAnswer('models.list', {});
  const [slots, store] = useStored('assay-model-colours', {}, parseSlots);
  const all = useMemo(() => {
    const used = (models.data ?? []).filter(({ calls30d }) => calls30d > 0);
    const byCalls = [...used].sort((a, b) => b.calls30d - a.calls30d);
    return models.isPending
      ? slots
      : extendSlots(slots, [...byCalls.map(({ modelId }) => modelId), ...coloured(shown)]);
  }, [models.data, models.isPending, slots, shown]);
  useEffect(() => {
    if (all !== slots) store(all);
  }, [all, slots, store]);
  return (key) => {
    const slot = all[key];
    return slot === undefined ? OTHER_COLOUR : paletteColour(slot);
  };
}

/** The colours of other groups: by name among those shown, so that an order by size does not matter. */
export function groupColours(shown: readonly string[]): ColourOf {
  const slots = extendSlots({}, [...coloured(shown)].sort());
  return (key) => {
    const slot = slots[key];
    return slot === undefined ? OTHER_COLOUR : paletteColour(slot);
  };
}

function coloured(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => !WITHOUT_COLOUR.includes(key));
}
