import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { isRoomy } from './shown-columns.ts';

/**
 * The width in pixels that an element has when it first appears, or last became roomy or narrow, as
 * beside a panel that opens; null until it is measured.
 */
export function useRoom(): readonly [RefObject<HTMLDivElement | null>, number | null] {
  const ref = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setRoom((known) =>
        known !== null && isRoomy(known) === isRoomy(element.clientWidth)
          ? known
          : element.clientWidth,
      ),
    );
    setRoom(element.clientWidth);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, room];
}
