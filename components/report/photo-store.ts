const store = "photos";

/** Photos of reports wait in this browser under the ids of their reports. */
export function keepPhoto(id: string, photo: Blob): Promise<unknown> {
  return ask("readwrite", (photos) => photos.put(photo, id));
}

export async function keptPhoto(id: string): Promise<Blob | null> {
  const found = await ask("readonly", (photos) => photos.get(id));
  return found instanceof Blob ? found : null;
}

export function forgetPhoto(id: string): Promise<unknown> {
  return ask("readwrite", (photos) => photos.delete(id));
}

async function ask(mode: IDBTransactionMode, work: (photos: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const opening = indexedDB.open("unsent", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store);
  const database = await answerOf(opening);
  try {
    return await answerOf(work(database.transaction(store, mode).objectStore(store)));
  } finally {
    database.close();
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
