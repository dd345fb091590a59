import { useEffect, useRef } from 'react';

/** Calls `action` when a key is pressed while nothing is being typed and no dialog is open. */
export function useShortcut(key: string, action: () => void): void {
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== key || isBusy(event)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [key]);
}

/** Whether a key press belongs to a field, a dialog, another handler, or a key combination. */
export function isBusy(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target instanceof Element ? event.target : null;
  const field = target?.closest('input, textarea, select, [contenteditable="true"]');
  return (field ?? document.querySelector('[role="dialog"]:not([aria-hidden="true"])')) !== null;
}
