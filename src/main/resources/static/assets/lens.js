// The camera: which there are, the picture that it sees, and a photograph as the camera gives it.
const BEST = { width: { ideal: 4096 }, height: { ideal: 3072 } };

/** Why there is no picture: `insecure`, `refused`, `absent`, `busy` or `broken`. */
export class NoCamera extends Error {
  constructor(why) {
    super(why);
    this.why = why;
  }
}

export class Lens {
  #video;
  #stream = null;

  constructor(video) {
    this.#video = video;
  }

  /** Begins to show what a camera sees: the one with that id, or the one that looks away from the person. */
  async open(device) {
    // Browsers give the camera to pages that came over TLS or from this machine only.
    if (!navigator.mediaDevices?.getUserMedia) throw new NoCamera('insecure');
    this.close();
    try {
      const which = device ? { deviceId: { exact: device } } : { facingMode: { ideal: 'environment' } };
      this.#stream = await navigator.mediaDevices.getUserMedia({ video: { ...BEST, ...which }, audio: false });
    } catch (failure) {
      throw new NoCamera({ NotAllowedError: 'refused', SecurityError: 'refused', NotFoundError: 'absent', OverconstrainedError: 'absent', NotReadableError: 'busy', AbortError: 'busy' }[failure.name] ?? 'broken');
    }
    this.#video.srcObject = this.#stream;
    await this.#video.play();
  }

  close() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.#video.srcObject = null;
  }

  /** Called once when the camera is unplugged. */
  onEnd(then) {
    for (const track of this.#stream.getTracks()) track.addEventListener('ended', then, { once: true });
  }

  get isOpen() {
    return this.#stream !== null && this.#video.videoWidth > 0;
  }

  /** Each camera with the name that it goes by. */
  async devices() {
    const all = (await navigator.mediaDevices.enumerateDevices()).filter((one) => one.kind === 'videoinput');
    const now = this.#stream?.getVideoTracks()[0].getSettings().deviceId;
    return all.map((one) => ({ id: one.deviceId, name: one.label, isOpen: one.deviceId === now }));
  }

  /** What the camera gives, as it gives it: its own photograph where it takes any, else the picture that is seen. */
  async photograph() {
    const track = this.#stream.getVideoTracks()[0];
    if (globalThis.ImageCapture) {
      try {
        const photo = await new ImageCapture(track).takePhoto();
        if (['image/jpeg', 'image/png'].includes(photo.type) && photo.size) return photo;
      } catch {
        // Some cameras only stream.
      }
    }
    const canvas = document.createElement('canvas');
    canvas.width = this.#video.videoWidth;
    canvas.height = this.#video.videoHeight;
    canvas.getContext('2d').drawImage(this.#video, 0, 0);
    return new Promise((done) => { canvas.toBlob(done, 'image/jpeg', 0.95); });
  }
}
