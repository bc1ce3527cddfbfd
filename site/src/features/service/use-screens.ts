import { useEffect, useState } from 'preact/hooks';

/**
 * Screens that the back button of a phone walks through, as it does through pages: who presses it in a form comes back to the
 * screen before, and does not leave. Nothing of it stands in the address.
 */
export function useScreens<Name extends string>(first: Name): [Name, (name: Name, how?: 'push' | 'replace') => void] {
  const [screen, setScreen] = useState<Name>(first);
  useEffect(() => {
    const back = (event: PopStateEvent) => {
      const state = event.state as { screen?: Name } | null;
      setScreen(state?.screen ?? first);
    };
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [first]);
  return [
    screen,
    (name, how = 'push') => {
      if (how === 'push') history.pushState({ screen: name }, '');
      else history.replaceState({ screen: name }, '');
      setScreen(name);
    },
  ];
}
