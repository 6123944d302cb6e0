// Talking to the sandbox: what the person does goes there, what happens comes back on the stream.

/** Whose page this is, by the address. */
export const viewer = () => new URLSearchParams(location.search).get('as') ?? '';

/** Asks for one thing; answers the result, with `ok: false` and a sentence in `error` if it was not done. */
export async function ask(deed, data) {
  try {
    const response = await fetch(`/sandbox/${deed}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ as: viewer(), ...data }),
    });
    return await response.json();
  } catch {
    return { ok: false, error: 'The sandbox does not answer. Is it still running?' };
  }
}

/** Listens for good as the page's person; `on` has a function for each kind of event, and `offline` and `online`. */
export function listen(on) {
  const stream = new EventSource(`/sandbox/stream?as=${encodeURIComponent(viewer())}`);
  for (const name of ['everything', 'message', 'modals', 'home', 'read', 'clock']) {
    stream.addEventListener(name, (event) => on[name](JSON.parse(event.data)));
  }
  stream.addEventListener('open', () => on.online());
  stream.addEventListener('error', () => on.offline());
}
