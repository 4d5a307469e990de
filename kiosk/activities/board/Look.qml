import "../../shell/room"

RoomLook {}
