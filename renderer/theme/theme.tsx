import { applyDensity, applyMode, Density, Mode } from '@cloudscape-design/global-styles';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { useStored } from '../components/use-stored.ts';

/** What a reader may choose; `system` follows the desktop. */
export type ThemeChoice = 'light' | 'dark' | 'system';
/** How tightly things stand. */
export type DensityChoice = 'compact' | 'comfortable';

/** The choices of a theme in the order they are offered. */
export const THEME_CHOICES: readonly ThemeChoice[] = ['light', 'dark', 'system'];

interface Theme {
  readonly theme: ThemeChoice;
  readonly density: DensityChoice;
  setTheme(theme: ThemeChoice): void;
  setDensity(density: DensityChoice): void;
}

const ThemeContext = createContext<Theme | null>(null);
const DARK_QUERY = '(prefers-color-scheme: dark)';

/** Applies the remembered theme and density to the whole page. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [theme, setTheme] = useStored<ThemeChoice>('assay-theme', 'system', parseTheme);
  const [density, setDensity] = useStored<DensityChoice>('assay-density', 'compact', parseDensity);
  const systemDark = useSyncExternalStore(watchSystem, () => matchMedia(DARK_QUERY).matches);
  const dark = theme === 'dark' || (theme === 'system' && systemDark);
  useEffect(() => {
    applyMode(dark ? Mode.Dark : Mode.Light);
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [dark]);
  useEffect(() => {
    applyDensity(density === 'compact' ? Density.Compact : Density.Comfortable);
  }, [density]);
  const value = useMemo(
    () => ({ theme, density, setTheme, setDensity }),
    [theme, density, setTheme, setDensity],
  );
  return <ThemeContext.Provider value={value}>{children}</ThemeContext.Provider>;
}

/** The theme and density, and how to choose others. */
export function useTheme(): Theme {
  const theme = useContext(ThemeContext);
  if (theme === null) throw new Error('useTheme is used outside of ThemeProvider');
  return theme;
}

function watchSystem(changed: () => void): () => void {
  const query = matchMedia(DARK_QUERY);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

function parseTheme(stored: unknown): ThemeChoice | null {
  return THEME_CHOICES.find((choice) => choice === stored) ?? null;
}

function parseDensity(stored: unknown): DensityChoice | null {
  return stored === 'compact' || stored === 'comfortable' ? stored : null;
}
