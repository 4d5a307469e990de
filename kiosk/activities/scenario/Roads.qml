import "../../shell/room"

RoomRoads {}
