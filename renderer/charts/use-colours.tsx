import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { NOT_KNOWN, VALUE_NOT_KNOWN } from '../../shared/cost/grouping.ts';
import { readStored } from '../components/use-stored.ts';
import { type ColourSlots, extendSlots, parseSlots } from './colour-slots.ts';
import { OTHER_COLOUR, paletteColour } from './palette.ts';
import { OTHER_KEY } from './series.ts';

/** The colour of a key. */
export type ColourOf = (key: string) => string;

interface ModelColours {
  readonly slots: ColourSlots;
  extend(names: readonly string[]): void;
}

const STORED_AT = 'assay-model-colours';
const WITHOUT_COLOUR: readonly string[] = [NOT_KNOWN, VALUE_NOT_KNOWN, OTHER_KEY];
const ModelColoursContext = createContext<ModelColours | null>(null);

/**
 * Remembers the colour of every model, by model id without geography prefix. The first chart that
 * shows models gives the most distinct colours to its largest ones; a colour never changes after.
 */
export function ModelColoursProvider({ children }: { readonly children: ReactNode }) {
  const [slots, setSlots] = useState<ColourSlots>(() => readStored(STORED_AT, parseSlots) ?? {});
  const extend = useCallback(
    (names: readonly string[]) => setSlots((before) => extendSlots(before, names)),
    [],
  );
  useEffect(() => window.localStorage.setItem(STORED_AT, JSON.stringify(slots)), [slots]);
  const value = useMemo(() => ({ slots, extend }), [slots, extend]);
  return <ModelColoursContext.Provider value={value}>{children}</ModelColoursContext.Provider>;
}

/** The colours of models: the same on every page, for good. `shown` names those to draw now. */
export function useModelColours(shown: readonly string[]): ColourOf {
  const colours = useContext(ModelColoursContext);
  if (colours === null) throw new Error('useModelColours is used outside of ModelColoursProvider');
  const { slots, extend } = colours;
  useEffect(() => extend(coloured(shown)), [extend, shown]);
  return (key) => colourOf(slots, key);
}

/** The colours of other groups: by name among those shown, so that an order by size does not matter. */
export function groupColours(shown: readonly string[]): ColourOf {
  const slots = extendSlots({}, [...coloured(shown)].sort());
  return (key) => colourOf(slots, key);
}

function colourOf(slots: ColourSlots, key: string): string {
  const slot = slots[key];
  return slot === undefined ? OTHER_COLOUR : paletteColour(slot);
}

function coloured(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => !WITHOUT_COLOUR.includes(key));
}
