import { useEffect } from 'react';
import { isBusy } from '../components/use-shortcut.ts';
import { hrefOf, navigate } from '../navigation.ts';
import { pages } from '../pages/index.ts';
import type { Overlay } from './overlay.ts';

const SEQUENCE_MS = 1200;

/** The keys that work on every page: Ctrl/Cmd K, `?`, and `g` with a page's letter. */
export function useFrameKeys(open: (overlay: Overlay) => void): void {
  useEffect(() => {
    let gPressedAt = Number.NEGATIVE_INFINITY;
    const pressed = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open('palette');
        return;
      }
      if (isBusy(event)) return;
      const afterG = event.timeStamp - gPressedAt < SEQUENCE_MS;
      gPressedAt = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (event.key === '?') open('help');
      else if (afterG) goTo(event);
    };
    // The capture phase sees `g` `e` before a page takes `e` for its export.
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [open]);
}

function goTo(event: KeyboardEvent): void {
  const page = pages.find(({ letter }) => letter === event.key);
  if (page === undefined) return;
  event.preventDefault();
  navigate(hrefOf(page.path, {}, window.location.search));
}
