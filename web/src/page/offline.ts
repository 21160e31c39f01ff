// SPDX-License-Identifier: MIT
/** Lets a service worker keep the page for when there is no network. */
export async function keepOffline(): Promise<void> {
  // Absent where the connection is not secure.
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  const registration = await workers?.register('./service-worker.js');
  // One that has waited since an earlier visit is of the version that this page has.
  registration?.waiting?.postMessage('The page has started.');
  // Otherwise there may be a newer one, which browsers look for only now and then.
  if (registration?.active && !registration.waiting) await registration.update();
}
