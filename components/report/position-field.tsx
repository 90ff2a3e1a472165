"use client";

import { useState } from "react";
import { Button } from "../ui/button";

type Texts = Record<"position" | "positionKept" | "positionOff" | "positionFailed", string>;

/** Where the matter is, if who reports wants to say so by standing there; asked once, for this report only. */
export function PositionField({ texts }: { texts: Texts }) {
  const [point, setPoint] = useState<{ lon: string; lat: string } | null>(null);
  const [failed, setFailed] = useState(false);
  const ask = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setFailed(false);
        setPoint({ lon: coords.longitude.toFixed(5), lat: coords.latitude.toFixed(5) });
      },
      () => setFailed(true),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  return (
    <div className="needs-script flex flex-wrap items-center gap-2" aria-live="polite">
      {point ? (
        <>
          <input type="hidden" name="lon" value={point.lon} />
          <input type="hidden" name="lat" value={point.lat} />
          <span className="text-sm">
            {texts.positionKept} {point.lat}, {point.lon}
          </span>
          <Button small onClick={() => setPoint(null)}>
            {texts.positionOff}
          </Button>
        </>
      ) : (
        <Button small onClick={ask}>
          {texts.position}
        </Button>
      )}
      {failed ? <span className="text-sm text-second">{texts.positionFailed}</span> : null}
    </div>
  );
}
